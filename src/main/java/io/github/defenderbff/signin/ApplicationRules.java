package io.github.defenderbff.signin;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Tells tokens that an application got for itself from all others, above all from those
 * of people: a person's rights are never more than the person's own, an application's
 * are. Source: "Access token claims reference" and "Optional claims" of Microsoft Entra.
 */
final class ApplicationRules implements OAuth2TokenValidator<Jwt> {

	private final ApplicationTerms terms;

	ApplicationRules(ApplicationTerms terms) {
		this.terms = terms;
	}

	/** Whom a token that keeps the rules stands for. */
	static Caller.Application caller(Jwt token, Tokens tokens) {
		return new Caller.Application(Objects.requireNonNull(token.getClaimAsString("tid")),
				clientId(token).orElseThrow(), roles(token), tokens);
	}

	@Override
	public OAuth2TokenValidatorResult validate(Jwt token) {
		var fault = fault(token);
		return (fault == null) ? OAuth2TokenValidatorResult.success()
				: OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, fault, null));
	}

	/** What is wrong, in a sentence for the application's author; null for nothing. */
	private @Nullable String fault(Jwt token) {
		if (isPersons(token)) {
			return "The token is a person's. Only applications call with a token of their own; people sign in.";
		}
		if (token.hasClaim("cnf")) {
			return "The token is bound to a key, and this service cannot check who holds it.";
		}
		if (Collections.disjoint(audiences(token), this.terms.audiences())) {
			return "The token was not issued for this service.";
		}
		if (!this.terms.tenants().contains(String.valueOf(token.getClaimAsString("tid")))) {
			return "Applications of the token's tenant may not call.";
		}
		if (clientId(token).isEmpty() || clientId(token).get().equals(this.terms.clientId())) {
			return "The token does not name the application that calls.";
		}
		return roles(token).isEmpty() ? "The token has no roles: none was assigned to the application." : null;
	}

	/**
	 * Delegated tokens have {@code scp}. Where the issuer does not state {@code idtyp},
	 * an application is known by being its own subject; a person's {@code sub} is another
	 * one for each application.
	 */
	private static boolean isPersons(Jwt token) {
		if (token.hasClaim("scp")) {
			return true;
		}
		return token.hasClaim("idtyp") ? !"app".equals(token.getClaimAsString("idtyp"))
				: (token.getSubject() == null || !token.getSubject().equals(token.getClaimAsString("oid")));
	}

	private static List<String> audiences(Jwt token) {
		return Objects.requireNonNullElse(token.getAudience(), List.of());
	}

	/**
	 * Who calls: {@code azp} in version 2 of Entra's tokens, {@code appid} in version 1.
	 */
	private static Optional<String> clientId(Jwt token) {
		var version2 = Optional.ofNullable(token.getClaimAsString("azp"));
		return version2.or(() -> Optional.ofNullable(token.getClaimAsString("appid"))).filter((id) -> !id.isBlank());
	}

	private static Set<String> roles(Jwt token) {
		@Nullable Object claim = token.getClaims().get("roles");
		return (claim instanceof List<?> roles) ? roles.stream()
			.filter(String.class::isInstance)
			.map(String.class::cast)
			.collect(Collectors.toUnmodifiableSet()) : Set.of();
	}

}
