package io.github.defenderbff.signin;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a frontend whether there is a session, and how to speak to this service. */
@RestController
@Tag(name = "Session", description = "Who is signed in, and how to sign in and out.")
class SessionController {

	private final SignInProperties properties;

	private final Csrf csrf;

	SessionController(SignInProperties properties, Csrf csrf) {
		this.properties = properties;
		this.csrf = csrf;
	}

	@GetMapping("/api/session")
	@Operation(operationId = "session.get", summary = "Whether somebody is signed in",
			description = "Answers 200 for anybody, and sets the CSRF cookie.")
	ResponseEntity<SessionState> session(HttpServletRequest request) {
		var session = Sessions.usable(request, this.properties.absoluteTimeout()).map(LiveSession::record).orElse(null);
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(state(session));
	}

	private SessionState state(@Nullable SessionRecord session) {
		return (session == null) ? new SessionState(false, null, null, SignInPaths.LOGIN, SignInPaths.LOGOUT, this.csrf)
				: new SessionState(true, session.person().name(),
						session.signedInAt().plus(this.properties.absoluteTimeout()), SignInPaths.LOGIN,
						SignInPaths.LOGOUT, this.csrf);
	}

	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "Session")
	record SessionState(@Schema(description = "Whether somebody is signed in") boolean signedIn,
			@Nullable @Schema(description = "The person's display name") String name,
			@Nullable @Schema(description = "When the session ends at the latest") Instant expiresAt,
			@Schema(description = "Where a browser goes to sign in; takes returnTo") String loginUrl,
			@Schema(description = "Where to POST to sign out") String logoutUrl,
			@Schema(description = "How to send the CSRF token") Csrf csrf) {

	}

}
