package io.github.defenderbff.signin;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What is known of a request besides its caller, for those who write it down. */
public final class RequestFacts {

	private static final String FROM_PROVIDER = RequestFacts.class.getName() + ".provider";

	private RequestFacts() {
	}

	/**
	 * What tells the request's session apart from others; null where it has none, or
	 * nobody has asked for it yet. It reveals nothing of the cookie, and nothing can be
	 * done with it.
	 */
	public static @Nullable String session(HttpServletRequest request) {
		return (request.getAttribute(Sessions.ATTRIBUTE) instanceof Optional<?> known
				&& known.orElse(null) instanceof LiveSession session) ? KeptSession.label(session.name()) : null;
	}

	/** Whether the identity provider's server sent it, and nobody's browser. */
	public static boolean isFromProvider(HttpServletRequest request) {
		return request.getAttribute(FROM_PROVIDER) != null;
	}

	static void fromProvider(HttpServletRequest request) {
		request.setAttribute(FROM_PROVIDER, true);
	}

}
