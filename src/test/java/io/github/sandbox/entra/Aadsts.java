package io.github.sandbox.entra;

import org.jspecify.annotations.Nullable;

/** The failures the look-alike tells, by Entra's number, OAuth error and sub-error. */
enum Aadsts {

	UNKNOWN_REDIRECT_URI(50011, "invalid_request",
			"The redirect URI specified in the request does not match the redirect URIs configured for the application."),
	NOBODY_SIGNED_IN(50058, "login_required", "A silent sign-in request was sent but no user is signed in."),
	STEP_UP_REQUIRED(50076, "interaction_required", "basic_action",
			"Due to a configuration change made by your administrator you must use multi-factor authentication."),
	REVOKED(50173, "invalid_grant", "bad_token",
			"The provided grant has expired due to it being revoked, a fresh auth token is needed."),
	CODE_NOT_USABLE(54005, "invalid_grant",
			"OAuth2 Authorization code was already redeemed, please retry with a new valid code."),
	CONSENT_REQUIRED(65001, "invalid_grant", "consent_required",
			"The user or administrator has not consented to use the application."),
	CONSENT_DECLINED(65004, "access_denied", "User declined to consent to access the app."),
	UNSUPPORTED_GRANT(70003, "unsupported_grant_type", "The app requested an unsupported grant type."),
	INVALID_SCOPE(70011, "invalid_scope", "The provided value for the input parameter 'scope' is not valid."),
	INVALID_PROMPT(90023, "invalid_request", "Unsupported 'prompt' value."),
	TEMPORARILY_UNAVAILABLE(90033, "temporarily_unavailable",
			"A transient error has occurred. Please try again later."),
	ADMIN_CONSENT_REQUIRED(90094, "access_denied", "Admin consent is required for the permissions requested."),
	SEVERAL_RESOURCES(28000, "invalid_request",
			"Provided value for the input parameter scope is not valid because it contains more than one resource."),
	UNKNOWN_RESOURCE(500011, "invalid_resource", "The resource principal was not found in the tenant."),
	WRONG_VERIFIER(501481, "invalid_grant",
			"The Code_Verifier does not match the code_challenge supplied in the authorization request."),
	UNKNOWN_SCOPE(650053, "invalid_client", "The application asked for a scope that doesn't exist on the resource."),
	UNKNOWN_WORKLOAD(700213, "invalid_client",
			"No matching federated identity record found for presented assertion subject."),
	UNKNOWN_APP(700016, "unauthorized_client", "Application was not found in the directory."),
	BAD_ASSERTION(700024, "invalid_client", "Client assertion is not within its valid time range."),
	UNKNOWN_CERTIFICATE(700027, "invalid_client",
			"The certificate with identifier used to sign the client assertion is not registered on application."),
	MALFORMED(900144, "invalid_request", "The request is missing a parameter or is malformed."),
	WRONG_SECRET(7000215, "invalid_client", "Invalid client secret provided."),
	NO_CREDENTIAL(7000218, "invalid_client",
			"The request body must contain the following parameter: 'client_assertion' or 'client_secret'."),
	MALFORMED_GRANT(9002313, "invalid_grant", "Invalid request. Request is malformed or invalid."),
	PKCE_REQUIRED(9002325, "invalid_request",
			"Proof Key for Code Exchange with the S256 method is required for authorization code redemption.");

	private final int number;

	private final String error;

	private final @Nullable String suberror;

	private final String text;

	Aadsts(int number, String error, String text) {
		this(number, error, null, text);
	}

	Aadsts(int number, String error, @Nullable String suberror, String text) {
		this.number = number;
		this.error = error;
		this.suberror = suberror;
		this.text = text;
	}

	int number() {
		return this.number;
	}

	String error() {
		return this.error;
	}

	@Nullable String suberror() {
		return this.suberror;
	}

	String description() {
		return "AADSTS" + this.number + ": " + this.text;
	}

	int status() {
		return switch (this) {
			case WRONG_SECRET, NO_CREDENTIAL, UNKNOWN_WORKLOAD, BAD_ASSERTION, UNKNOWN_CERTIFICATE -> 401;
			case TEMPORARILY_UNAVAILABLE -> 503;
			default -> 400;
		};
	}

}
