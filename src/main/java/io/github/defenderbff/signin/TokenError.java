package io.github.defenderbff.signin;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2Error;

/**
 * The token endpoint's refusal with what Entra adds to it: the claims a sign-in must
 * bring, and a finer code. Its numbers and descriptions are for people and not kept.
 */
final class TokenError extends OAuth2Error {

	private final transient @Nullable Claims claims;

	private final @Nullable String suberror;

	private TokenError(String code, @Nullable Claims claims, @Nullable String suberror) {
		super(code);
		this.claims = claims;
		this.suberror = suberror;
	}

	/** Reads the members of the answer; one without a code is the provider's fault. */
	static TokenError of(Map<String, Object> members) {
		var claims = text(members, "claims").flatMap(Claims::read).orElse(null);
		return new TokenError(text(members, "error").orElse("server_error"), claims,
				text(members, "suberror").orElse(null));
	}

	private static Optional<String> text(Map<String, Object> members, String name) {
		return Optional.ofNullable(members.get(name)).map(Objects::toString).filter((text) -> !text.isBlank());
	}

	/** The claims that an error demands; null for none. */
	static @Nullable Claims claimsOf(OAuth2Error error) {
		return (error instanceof TokenError refusal) ? refusal.claims : null;
	}

	/** Whether a consent is missing, or is there no more. */
	static boolean isForConsent(OAuth2Error error) {
		return error instanceof TokenError refusal && "consent_required".equals(refusal.suberror);
	}

}
