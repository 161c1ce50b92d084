package io.github.defenderbff.signin;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Claims without which the provider gave no tokens for a code, kept here until the next
 * sign-in of the same browser asks for them, once and within ten minutes.
 */
@Component
final class DemandedClaims {

	private static final Duration LIFETIME = Duration.ofMinutes(10);

	private static final int MAXIMUM_BROWSERS = 20_000;

	private final Cache<String, Claims> claims = Caffeine.newBuilder()
		.expireAfterWrite(LIFETIME)
		.maximumSize(MAXIMUM_BROWSERS)
		.build();

	private final Cookies cookies;

	DemandedClaims(Cookies cookies) {
		this.cookies = cookies;
	}

	void keep(Claims demanded, HttpServletRequest request) {
		var browser = this.cookies.browser(request);
		if (browser != null) {
			this.claims.put(browser, demanded);
		}
	}

	/** The claims that a sign-in of this browser must bring now; null for none. */
	@Nullable Claims take(HttpServletRequest request) {
		var browser = this.cookies.browser(request);
		return (browser != null) ? this.claims.asMap().remove(browser) : null;
	}

}
