package io.github.defenderbff.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Lets people see where they are signed in, and end what they no longer want. */
@RestController
@Tag(name = "Session")
class MySessionsController {

	private final Sessions sessions;

	private final SignInProperties properties;

	private final Clock clock;

	MySessionsController(Sessions sessions, SignInProperties properties, Clock clock) {
		this.sessions = sessions;
		this.properties = properties;
		this.clock = clock;
	}

	@GetMapping(SignInPaths.MY_SESSIONS)
	@Operation(operationId = "me.sessions.list", summary = "Where I am signed in",
			description = "The newest sign-in first. Sessions of other people are never told.")
	ResponseEntity<MySessions> list(HttpServletRequest request) {
		var mine = mine(request);
		var all = this.sessions.ofPerson(mine.record().person().subject())
			.stream()
			.map((session) -> view(session, mine))
			.sorted(Comparator.comparing(MySession::signedInAt).reversed())
			.toList();
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new MySessions(all));
	}

	@DeleteMapping(SignInPaths.MY_SESSIONS + "/{id}")
	@Operation(operationId = "me.sessions.end", summary = "End one of my sessions",
			description = "Its tokens and what was remembered for it are destroyed. The identity provider's own "
					+ "session goes on. To end the current one is to sign out here.")
	ResponseEntity<Void> end(@Parameter(description = "As listed") @PathVariable String id, HttpServletRequest request,
			HttpServletResponse response) {
		var mine = mine(request);
		var ended = this.sessions.ofPerson(mine.record().person().subject())
			.stream()
			.filter((session) -> session.id().equals(id))
			.findFirst()
			.orElseThrow(NoSuchSession::new);
		if (ended.id().equals(mine.id())) {
			this.sessions.end(request, response, SessionEnd.SIGNED_OUT);
		}
		else {
			this.sessions.end(ended, SessionEnd.ENDED_BY_PERSON);
		}
		return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
	}

	private LiveSession mine(HttpServletRequest request) {
		return this.sessions.peek(request).orElseThrow(NotSignedIn::new);
	}

	private MySession view(LiveSession session, LiveSession mine) {
		var idle = this.properties.idleTimeout();
		var lastUsedAt = this.clock.instant().minus(idle).plus(session.held().left());
		var record = session.record();
		return new MySession(session.id(), session.id().equals(mine.id()), record.signedInAt(), lastUsedAt,
				session.endsAt(this.properties.absoluteTimeout()), record.origin().browser());
	}

	@Schema(name = "Sessions")
	record MySessions(@Schema(description = "The sessions, the newest sign-in first") List<MySession> sessions) {

	}

	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "MySession")
	record MySession(@Schema(description = "What it is ended by; not the cookie's value") String id,
			@Schema(description = "Whether it is the session of this request") boolean current,
			@Schema(description = "When it began") Instant signedInAt,
			@Schema(description = "When it was used last") Instant lastUsedAt,
			@Schema(description = "When it ends at the latest") Instant endsAt,
			@Nullable @Schema(description = "What the browser called itself at sign-in") String browser) {

	}

	/** There is no such session, or it is somebody else's. */
	private static final class NoSuchSession extends Failure {

		NoSuchSession() {
			super(ProblemType.NOT_FOUND, "You have no session of this id; it may have ended already.");
		}

	}

}
