package io.github.defenderbff.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Where a session comes from.
 *
 * @param providerSession the session at the identity provider that it hangs on
 * ({@code sid}); null where the provider does not say
 * @param browser what the browser calls itself, for people who look at their sessions;
 * null where it does not say
 */
record SessionOrigin(@Nullable String providerSession, @Nullable String browser) {

	private static final int LONGEST = 200;

	static SessionOrigin of(OidcUser user, HttpServletRequest request) {
		return new SessionOrigin(user.getClaimAsString("sid"), browser(request.getHeader(HttpHeaders.USER_AGENT)));
	}

	private static @Nullable String browser(@Nullable String userAgent) {
		return (userAgent == null) ? null
				: userAgent.substring(0, Math.min(LONGEST, userAgent.length())).replaceAll("[^ -~]", "?");
	}

}
