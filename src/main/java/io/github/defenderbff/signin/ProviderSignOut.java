package io.github.defenderbff.signin;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Ends sessions when the identity provider says that somebody signed out there: in a
 * frame of its page (OpenID Connect Front-Channel Logout 1.0), where the browser sends no
 * cookie of ours, or from server to server (Back-Channel Logout 1.0). Only sessions here
 * end; no token is revoked for it.
 */
@Hidden
@RestController
class ProviderSignOut {

	private static final Logger log = LoggerFactory.getLogger(ProviderSignOut.class);

	/** Anybody can ask, and each question is one to the store. */
	private final RateLimiter rate = RateLimiter.of("front-channel",
			RateLimiterConfig.custom()
				.limitForPeriod(100)
				.limitRefreshPeriod(Duration.ofSeconds(1))
				.timeoutDuration(Duration.ZERO)
				.build());

	private final Sessions sessions;

	private final ClientRegistrationRepository registrations;

	private final LogoutTokens tokens;

	ProviderSignOut(Sessions sessions, ClientRegistrationRepository registrations, LogoutTokens tokens) {
		this.sessions = sessions;
		this.registrations = registrations;
		this.tokens = tokens;
	}

	/** The session's id is known to the provider and to nobody else who could send it. */
	@GetMapping(SignInPaths.FRONT_CHANNEL_LOGOUT)
	ResponseEntity<String> frontChannel(@RequestParam(required = false) @Nullable String iss,
			@RequestParam(required = false) @Nullable String sid) {
		var issuer = ClientRegistrations.defender(this.registrations).getProviderDetails().getIssuerUri();
		if (!this.rate.acquirePermission()) {
			throw new SessionRates.TooManyRequests();
		}
		if (issuer == null || sid == null || !issuer.equals(iss)) {
			throw new NotFromTheProvider("Both iss and sid must be those of the identity provider.");
		}
		end(this.sessions.atProvider(sid));
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.header("X-Content-Type-Options", "nosniff")
			.header("Content-Security-Policy", "default-src 'none'; frame-ancestors " + originOf(issuer))
			.contentType(MediaType.TEXT_PLAIN)
			.body("");
	}

	/** What the token names ends: one session, or without one all of the person's. */
	@PostMapping(path = SignInPaths.BACK_CHANNEL_LOGOUT, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	ResponseEntity<Void> backChannel(@RequestParam(name = "logout_token", required = false) @Nullable String token,
			HttpServletRequest request) {
		RequestFacts.fromProvider(request);
		if (token == null) {
			throw new NotFromTheProvider("A logout_token is missing.");
		}
		var logout = this.tokens.read(token);
		end((logout.providerSession() != null) ? this.sessions.atProvider(logout.providerSession())
				: this.sessions.ofPerson(logout.person()));
		this.tokens.done(logout);
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).build();
	}

	private static String originOf(String issuer) {
		var uri = URI.create(issuer);
		return uri.getScheme() + "://" + uri.getRawAuthority();
	}

	private void end(List<LiveSession> ended) {
		this.sessions.endAll(ended, SessionEnd.SIGNED_OUT_AT_PROVIDER);
		ended.forEach(
				(session) -> log.info("Signed out at the identity provider: {}", session.record().person().objectId()));
	}

	/** What came is not what the identity provider would send. */
	static final class NotFromTheProvider extends Failure {

		NotFromTheProvider(String detail) {
			super(ProblemType.INVALID_PARAMETER, detail);
		}

	}

}
