package io.github.defenderbff.signin;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2Error;

/**
 * The token endpoint's refusal with what Entra adds to it: the claims a sign-in must
 * bring, and a finer code. Its numbers and descriptions are for people and not kept.
 */
final class TokenError extends OAuth2Error {

	private static final String CONSENT = "consent_required";

	private static final Set<String> INTERACTION = Set.of("interaction_required", "login_required", "basic_action",
			"additional_action");

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

	/**
	 * Whether a sign-in that names the scopes asked for can help, be it that they lack
	 * consent or that more is demanded for their resource.
	 */
	static boolean isForThePerson(OAuth2Error error) {
		return isForConsent(error) || INTERACTION.contains(error.getErrorCode()) || (error instanceof TokenError refusal
				&& refusal.suberror != null && INTERACTION.contains(refusal.suberror));
	}

	/** Whether a consent is missing, or is there no more. */
	static boolean isForConsent(OAuth2Error error) {
		return error instanceof TokenError refusal
				&& (CONSENT.equals(refusal.suberror) || CONSENT.equals(refusal.getErrorCode()));
	}

}
