package io.github.defenderbff.signin;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseCookie.ResponseCookieBuilder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Every cookie this service sets, named and guarded in one place. Over TLS the names
 * carry the prefixes that browsers enforce ({@code __Host-}, {@code __Host-Http-}); on
 * plain loopback, where those are not accepted everywhere, the bare names are used.
 */
@Component
final class Cookies {

	private final boolean secure;

	Cookies(SignInProperties properties) {
		this.secure = properties.secure();
	}

	String sessionName() {
		return this.secure ? "__Host-Http-session" : "session";
	}

	String signInName() {
		return this.secure ? "__Host-Http-signin" : "signin";
	}

	String csrfName() {
		return this.secure ? "__Host-XSRF-TOKEN" : "XSRF-TOKEN";
	}

	boolean secure() {
		return this.secure;
	}

	/** The secret in the session cookie; null without one. */
	@Nullable String session(HttpServletRequest request) {
		return value(request, sessionName());
	}

	/**
	 * The session cookie, which lives as long as the browser and comes from no other
	 * site.
	 */
	ResponseCookie session(String secret) {
		return cookie(sessionName(), secret, "Strict").build();
	}

	/** Takes the session cookie from the browser. */
	ResponseCookie noSession() {
		return cookie(sessionName(), "", "Strict").maxAge(Duration.ZERO).build();
	}

	/** The browser that a sign-in cookie names; null without one. */
	@Nullable String browser(HttpServletRequest request) {
		return value(request, signInName());
	}

	/**
	 * Binds sign-in transactions to the browser. Lax, because the provider's redirect
	 * back comes from another site.
	 */
	ResponseCookie signIn(String browser, Duration maximumAge) {
		return cookie(signInName(), browser, "Lax").maxAge(maximumAge).build();
	}

	private static @Nullable String value(HttpServletRequest request, String name) {
		var cookie = WebUtils.getCookie(request, name);
		return (cookie != null && !cookie.getValue().isEmpty()) ? cookie.getValue() : null;
	}

	private ResponseCookieBuilder cookie(String name, String value, String sameSite) {
		return ResponseCookie.from(name, value).httpOnly(true).secure(this.secure).sameSite(sameSite).path("/");
	}

}
