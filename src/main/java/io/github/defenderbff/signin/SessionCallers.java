package io.github.defenderbff.signin;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/**
 * Finds the caller of a request by its session, as the security chain does; for who must
 * know before it. Asking counts as use of the session.
 */
@Component
public final class SessionCallers {

	private final SignInProperties properties;

	SessionCallers(SignInProperties properties) {
		this.properties = properties;
	}

	/** The caller; empty without a session that may still be used. */
	public Optional<Caller> of(HttpServletRequest request) {
		return Sessions.usable(request, this.properties.absoluteTimeout()).map(LiveSession::caller);
	}

}
