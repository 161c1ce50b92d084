package io.github.defenderbff.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.github.defenderbff.signin.ProviderSignOut.NotFromTheProvider;
import io.github.defenderbff.store.Shelves;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Checks what the identity provider signs to say that somebody signed out (OpenID Connect
 * Back-Channel Logout 1.0 section 2.6). Each token counts once, on all replicas together.
 */
@Component
final class LogoutTokens {

	/** How old one may be; for as long its id is remembered. */
	private static final Duration LIFETIME = Duration.ofMinutes(10);

	private static final String KIND = "logout";

	private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

	private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

	private final ClientRegistrationRepository registrations;

	private final Shelves shelves;

	private final Clock clock;

	LogoutTokens(ClientRegistrationRepository registrations, Shelves shelves, Clock clock) {
		this.registrations = registrations;
		this.shelves = shelves;
		this.clock = clock;
	}

	/**
	 * What a token says.
	 * @throws NotFromTheProvider if it is not acceptable, or was used before
	 */
	Logout read(String token) {
		var registration = ClientRegistrations.defender(this.registrations);
		var issuer = Objects.requireNonNull(registration.getProviderDetails().getIssuerUri());
		try {
			var jwt = this.decoders.computeIfAbsent(issuer, (_) -> decoder(issuer, registration.getClientId()))
				.decode(token);
			var id = issuer + " " + jwt.getId();
			if (this.shelves.isKnown(KIND, id)) {
				throw new NotFromTheProvider("The logout_token was used before.");
			}
			return new Logout(new Subject(Subject.Kind.PERSON, issuer, Objects.toString(jwt.getSubject(), "")),
					jwt.getClaimAsString("sid"), id);
		}
		catch (JwtException _) {
			throw new NotFromTheProvider("The logout_token is not acceptable.");
		}
	}

	/** Once all is done that it says; until then the provider may say it again. */
	void done(Logout logout) {
		this.shelves.remember(KIND, logout.id(), LIFETIME.multipliedBy(2));
	}

	private JwtDecoder decoder(String issuer, String clientId) {
		var http = RestClient.builder().requestFactory(TokenEndpoint.requests()).build();
		var decoder = IssuerKeys.decoder(IssuerKeys.of(issuer, http));
		var type = new JwtTypeValidator(List.of("logout+jwt", "JWT"));
		type.setAllowEmpty(true);
		var times = new JwtTimestampValidator();
		times.setClock(this.clock);
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
				List.of(type, times, new JwtIssuerValidator(issuer), (jwt) -> check(jwt, clientId))));
		return decoder;
	}

	private OAuth2TokenValidatorResult check(Jwt jwt, String clientId) {
		var events = jwt.getClaimAsMap("events");
		var issuedAt = jwt.getIssuedAt();
		var good = jwt.getAudience() != null && jwt.getAudience().contains(clientId) && events != null
				&& events.get(EVENT) instanceof Map && !jwt.hasClaim("nonce") && jwt.getId() != null
				&& (jwt.getSubject() != null || jwt.hasClaim("sid")) && issuedAt != null
				&& Duration.between(issuedAt, this.clock.instant()).abs().compareTo(LIFETIME) < 0;
		return good ? OAuth2TokenValidatorResult.success()
				: OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_request"));
	}

	/**
	 * Who signed out, and where.
	 *
	 * @param person the person, by the issuer's own id
	 * @param providerSession the one session that ended there; null for all of them
	 * @param id what the token is told apart by
	 */
	record Logout(Subject person, @Nullable String providerSession, String id) {

	}

}
