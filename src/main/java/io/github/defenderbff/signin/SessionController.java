package io.github.defenderbff.signin;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells a frontend whether there is a session, and how to speak to this service. */
@RestController
@Tag(name = "Session", description = "Who is signed in, and how to sign in and out.")
class SessionController {

	private final Sessions sessions;

	private final SignInProperties properties;

	private final Clock clock;

	private final Csrf csrf;

	SessionController(Sessions sessions, SignInProperties properties, Clock clock, Csrf csrf) {
		this.sessions = sessions;
		this.properties = properties;
		this.clock = clock;
		this.csrf = csrf;
	}

	@GetMapping("/api/session")
	@Operation(operationId = "session.get", summary = "Whether somebody is signed in",
			description = "Answers 200 for anybody, and sets the CSRF cookie. To ask does not count as use of the "
					+ "session, so pages may do so as often as they like.")
	ResponseEntity<SessionState> session(HttpServletRequest request,
			@Parameter(description = "Whether somebody is there, so that the idle time begins anew") @RequestParam(
					defaultValue = "false") boolean slide) {
		var session = slide ? this.sessions.of(request) : this.sessions.peek(request);
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(state(session.orElse(null)));
	}

	private SessionState state(@Nullable LiveSession session) {
		if (session == null) {
			return new SessionState(false, null, null, null, SignInPaths.LOGIN, SignInPaths.LOGOUT, this.csrf);
		}
		var end = session.endsAt(this.properties.absoluteTimeout());
		var idleEnd = this.clock.instant().plus(session.held().left()).truncatedTo(ChronoUnit.SECONDS);
		return new SessionState(true, session.record().person().name(), idleEnd.isBefore(end) ? idleEnd : end, end,
				SignInPaths.LOGIN, SignInPaths.LOGOUT, this.csrf);
	}

	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "Session")
	record SessionState(@Schema(description = "Whether somebody is signed in") boolean signedIn,
			@Nullable @Schema(description = "The person's display name") String name,
			@Nullable @Schema(description = "When the session ends if it is not used") Instant expiresAt,
			@Nullable @Schema(description = "When it ends at the latest") Instant endsAt,
			@Schema(description = "Where a browser goes to sign in; takes returnTo") String loginUrl,
			@Schema(description = "Where to POST to sign out") String logoutUrl,
			@Schema(description = "How to send the CSRF token") Csrf csrf) {

	}

}
