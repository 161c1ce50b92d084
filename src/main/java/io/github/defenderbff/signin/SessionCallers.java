package io.github.defenderbff.signin;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/**
 * Finds the caller of a request by its session, as the security chain does; for who must
 * know before it. Asking counts as use of the session, unless the request says otherwise.
 */
@Component
public final class SessionCallers {

	private final Sessions sessions;

	SessionCallers(Sessions sessions) {
		this.sessions = sessions;
	}

	/** The caller; empty without a session that may still be used. */
	public Optional<Caller> of(HttpServletRequest request) {
		return this.sessions.of(request).map(LiveSession::caller);
	}

}
