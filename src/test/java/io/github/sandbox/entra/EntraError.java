package io.github.sandbox.entra;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** An OAuth error that carries what Entra adds to it. */
final class EntraError extends OAuth2Error {

	private final Aadsts code;

	private final @Nullable String claims;

	EntraError(Aadsts code) {
		this(code, null);
	}

	private EntraError(Aadsts code, @Nullable String claims) {
		super(code.error(), code.description(), null);
		this.code = code;
		this.claims = claims;
	}

	static OAuth2AuthenticationException exception(Aadsts code) {
		EntraError error = new EntraError(code);
		return new OAuth2AuthenticationException(error, code.description());
	}

	static OAuth2AuthenticationException claimsChallenge(String claims) {
		EntraError error = new EntraError(Aadsts.STEP_UP_REQUIRED, claims);
		return new OAuth2AuthenticationException(error, error.getDescription());
	}

	/** Reads the authorization server's own error as the nearest of Entra's. */
	static EntraError from(OAuth2Error error) {
		if (error instanceof EntraError entraError) {
			return entraError;
		}
		String description = (error.getDescription() != null) ? error.getDescription() : "";
		return new EntraError(switch (error.getErrorCode()) {
			case "invalid_client" -> client(description);
			case "invalid_grant" ->
				description.contains("code_verifier") ? Aadsts.WRONG_VERIFIER : Aadsts.CODE_NOT_USABLE;
			case "invalid_request" -> description.contains("client_id") ? Aadsts.UNKNOWN_APP : Aadsts.MALFORMED;
			case "unsupported_grant_type" -> Aadsts.UNSUPPORTED_GRANT;
			case "invalid_scope" -> Aadsts.INVALID_SCOPE;
			case "consent_required" -> Aadsts.CONSENT_REQUIRED;
			case "login_required" -> Aadsts.NOBODY_SIGNED_IN;
			case "access_denied" -> Aadsts.CONSENT_DECLINED;
			default -> Aadsts.MALFORMED;
		});
	}

	private static Aadsts client(String description) {
		if (description.contains("client_id")) {
			return Aadsts.UNKNOWN_APP;
		}
		return description.contains("client_assertion") ? Aadsts.BAD_ASSERTION : Aadsts.WRONG_SECRET;
	}

	Aadsts code() {
		return this.code;
	}

	@Nullable String claims() {
		return this.claims;
	}

}
