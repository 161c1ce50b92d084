package io.github.defenderbff.signin;

import java.time.Duration;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Every cookie this service sets, named and guarded in one place. Over TLS the names
 * carry the prefixes that browsers enforce ({@code __Host-}, {@code __Host-Http-}); on
 * plain loopback, where those are not accepted everywhere, the bare names are used.
 */
@Component
final class Cookies implements ServletContextInitializer {

	private final boolean secure;

	Cookies(SignInProperties properties) {
		this.secure = properties.secure();
	}

	/** Names the session cookie and keeps it from scripts and from other sites. */
	@Override
	public void onStartup(ServletContext context) {
		var session = context.getSessionCookieConfig();
		session.setName(sessionName());
		session.setHttpOnly(true);
		session.setSecure(this.secure);
		session.setPath("/");
		session.setAttribute("SameSite", "Strict");
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

	/** The browser that a sign-in cookie names; null without one. */
	@Nullable String browser(HttpServletRequest request) {
		var cookie = WebUtils.getCookie(request, signInName());
		return (cookie != null && !cookie.getValue().isEmpty()) ? cookie.getValue() : null;
	}

	/**
	 * Binds sign-in transactions to the browser. Lax, because the provider's redirect
	 * back comes from another site.
	 */
	ResponseCookie signIn(String browser, Duration maximumAge) {
		return ResponseCookie.from(signInName(), browser)
			.httpOnly(true)
			.secure(this.secure)
			.sameSite("Lax")
			.path("/")
			.maxAge(maximumAge)
			.build();
	}

}
