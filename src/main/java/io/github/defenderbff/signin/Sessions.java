package io.github.defenderbff.signin;

import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

/** The session behind a request's cookie. */
final class Sessions {

	private static final String ATTRIBUTE = LiveSession.class.getName();

	private Sessions() {
	}

	static void begin(HttpServletRequest request, LiveSession session) {
		request.getSession(true).setAttribute(ATTRIBUTE, session);
	}

	static Optional<LiveSession> of(HttpServletRequest request) {
		var http = request.getSession(false);
		return (http != null && http.getAttribute(ATTRIBUTE) instanceof LiveSession session) ? Optional.of(session)
				: Optional.empty();
	}

	/** The session, if it may still be used; one that may not is ended. */
	static Optional<LiveSession> usable(HttpServletRequest request, Duration absoluteTimeout) {
		var session = of(request);
		if (session.isPresent() && !session.get().usable(absoluteTimeout)) {
			end(request);
			return Optional.empty();
		}
		return session;
	}

	/** Ends the session, if there is one, and destroys its tokens. */
	static void end(HttpServletRequest request) {
		of(request).ifPresent(LiveSession::end);
		var http = request.getSession(false);
		if (http != null) {
			http.invalidate();
		}
	}

}
