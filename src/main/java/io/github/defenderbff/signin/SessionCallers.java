package io.github.defenderbff.signin;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/** Finds the callers behind sessions. */
@Component
public final class SessionCallers {

	private final Sessions sessions;

	SessionCallers(Sessions sessions) {
		this.sessions = sessions;
	}

	/**
	 * The caller of a request, found as the security chain does, for who must know before
	 * it; empty without a session that may still be used. Asking counts as use of the
	 * session, unless the request says otherwise.
	 */
	public Optional<Caller> of(HttpServletRequest request) {
		return this.sessions.of(request).map(LiveSession::caller);
	}

	/**
	 * What a person's session says of them now; empty once it may not be used any more.
	 * This is no use of the session.
	 */
	public Optional<Caller> now(Caller.Delegated person) {
		return (person.tokens() instanceof LiveSession session)
				? this.sessions.named(session.name()).map(LiveSession::caller) : Optional.empty();
	}

	/**
	 * What tells the person's session apart from any other, on all replicas; it reveals
	 * nothing of the cookie.
	 */
	public static String session(Caller.Delegated person) {
		return (person.tokens() instanceof LiveSession session) ? session.id() : "";
	}

}
