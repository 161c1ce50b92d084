package io.github.defenderbff.signin;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.web.client.RestClient;

/**
 * Checks ID tokens (OpenID Connect Core 1.0 section 3.1.3.7): by whom they are signed and
 * how, for whom and when, and that Entra's tenant is the one that its issuer names.
 */
@Configuration(proxyBeanMethods = false)
class IdTokens {

	/** Entra's issuers end with the tenant's id and a version. */
	private static final Pattern OF_A_TENANT = Pattern.compile(".*/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/v2.0");

	private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

	private final Clock clock;

	IdTokens(Clock clock) {
		this.clock = clock;
	}

	@Bean
	JwtDecoderFactory<ClientRegistration> idTokenDecoders() {
		return (registration) -> {
			var keys = registration.getProviderDetails().getJwkSetUri();
			if (keys == null) {
				throw new OAuth2AuthenticationException("missing_signature_verifier");
			}
			return this.decoders.computeIfAbsent(keys, (_) -> decoder(keys, registration));
		};
	}

	private JwtDecoder decoder(String keys, ClientRegistration registration) {
		var http = RestClient.builder().requestFactory(TokenEndpoint.requests()).build();
		var decoder = IssuerKeys.decoder(IssuerKeys.at(keys, http));
		decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
		var times = new JwtTimestampValidator();
		times.setClock(this.clock);
		var standard = new OidcIdTokenValidator(registration);
		standard.setClock(this.clock);
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, standard, IdTokens::ofTheTenant));
		return decoder;
	}

	private static OAuth2TokenValidatorResult ofTheTenant(Jwt token) {
		var issuer = OF_A_TENANT.matcher(Objects.toString(token.getClaims().get("iss"), ""));
		return (issuer.matches() && !issuer.group(1).equals(token.getClaimAsString("tid")))
				? OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_id_token"))
				: OAuth2TokenValidatorResult.success();
	}

}
