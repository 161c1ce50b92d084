package io.github.defenderbff.signin;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;
import org.springframework.web.client.RestClient;

/**
 * Checks bearer tokens, each with the keys of the issuer it names, and only of issuers
 * that are listed. Times may be a minute off.
 */
final class ApplicationTokenCheck implements AuthenticationManagerResolver<HttpServletRequest> {

	private static final AuthenticationManager NOBODY = (_) -> {
		throw new InvalidBearerTokenException("Not a listed issuer");
	};

	private final JwtIssuerAuthenticationManagerResolver byIssuer;

	ApplicationTokenCheck(ApplicationTerms terms, Tokens tokens, Clock clock) {
		var http = RestClient.builder().requestFactory(TokenEndpoint.requests()).build();
		Map<String, AuthenticationManager> managers = new HashMap<>();
		terms.issuers().forEach((issuer) -> managers.put(issuer, manager(decoder(issuer, terms, clock, http), tokens)));
		this.byIssuer = new JwtIssuerAuthenticationManagerResolver((issuer) -> managers.getOrDefault(issuer, NOBODY));
	}

	@Override
	public AuthenticationManager resolve(HttpServletRequest request) {
		return this.byIssuer.resolve(request);
	}

	private static AuthenticationManager manager(JwtDecoder decoder, Tokens tokens) {
		var provider = new JwtAuthenticationProvider(decoder);
		provider.setJwtAuthenticationConverter((token) -> new SignedIn(ApplicationRules.caller(token, tokens)));
		return provider::authenticate;
	}

	private static JwtDecoder decoder(String issuer, ApplicationTerms terms, Clock clock, RestClient http) {
		var decoder = NimbusJwtDecoder.withJwkSource(IssuerKeys.of(issuer, http))
			.jwsAlgorithm(SignatureAlgorithm.RS256)
			.jwsAlgorithm(SignatureAlgorithm.PS256)
			.build();
		decoder.setJwtValidator(rules(issuer, terms, clock));
		return decoder;
	}

	static OAuth2TokenValidator<Jwt> rules(String issuer, ApplicationTerms terms, Clock clock) {
		var type = new JwtTypeValidator(List.of("JWT", "at+jwt"));
		type.setAllowEmpty(true);
		var times = new JwtTimestampValidator();
		times.setAllowEmptyExpiryClaim(false);
		times.setClock(clock);
		return new DelegatingOAuth2TokenValidator<>(
				List.of(new ApplicationRules(terms), type, times, new JwtIssuerValidator(issuer)));
	}

}
