package io.github.sandbox.entra;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/** What Entra checks in an authorization request, and when it asks for consent. */
final class AuthorizeRequests implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext>,
		Predicate<OAuth2AuthorizationCodeRequestAuthenticationContext> {

	private static final Set<String> PROMPTS = Set.of("login", "select_account", "none", "consent");

	private final AppRegistration app;

	private final Consents consents;

	AuthorizeRequests(AppRegistration app, Consents consents) {
		this.app = app;
		this.consents = consents;
	}

	@Override
	public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
		OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
		String redirectUri = request.getRedirectUri();
		if (redirectUri == null || !this.app.mayRedirectTo(redirectUri)) {
			throw refusal(request, Aadsts.UNKNOWN_REDIRECT_URI, null);
		}
		if (!(request.getAdditionalParameters().get("code_challenge") instanceof String)
				|| !"S256".equals(request.getAdditionalParameters().get("code_challenge_method"))) {
			throw refusal(request, Aadsts.PKCE_REQUIRED, redirectUri);
		}
		if (request.getAdditionalParameters().get("prompt") instanceof String prompt && !PROMPTS.contains(prompt)) {
			throw refusal(request, Aadsts.INVALID_PROMPT, redirectUri);
		}
		if (ClaimsRequest.in(request.getAdditionalParameters()).isEmpty()) {
			throw refusal(request, Aadsts.MALFORMED, redirectUri);
		}
		requireKnownScopes(request, redirectUri);
	}

	private static void requireKnownScopes(OAuth2AuthorizationCodeRequestAuthenticationToken request,
			String redirectUri) {
		for (Scope scope : Scope.all(request.getScopes())) {
			if (scope.isOf(Scope.DEFENDER) && !scope.isDefault() && DefenderScopes.canonical(scope.name()).isEmpty()) {
				throw refusal(request, Aadsts.UNKNOWN_SCOPE, redirectUri);
			}
			if (!scope.isOpenIdConnect() && !scope.resource().startsWith("https://")) {
				throw refusal(request, Aadsts.UNKNOWN_RESOURCE, redirectUri);
			}
		}
	}

	@Override
	public boolean test(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
		OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
		if ("consent".equals(request.getAdditionalParameters().get("prompt"))) {
			return true;
		}
		Authentication principal = (Authentication) request.getPrincipal();
		return !this.consents.missing(principal.getName(), Scope.all(request.getScopes())).isEmpty();
	}

	private static OAuth2AuthorizationCodeRequestAuthenticationException refusal(
			OAuth2AuthorizationCodeRequestAuthenticationToken request, Aadsts code, @Nullable String redirectUri) {
		OAuth2Error error = new EntraError(code);
		return new OAuth2AuthorizationCodeRequestAuthenticationException(error,
				new OAuth2AuthorizationCodeRequestAuthenticationToken(request.getAuthorizationUri(),
						request.getClientId(), (Authentication) request.getPrincipal(), redirectUri, request.getState(),
						request.getScopes(), request.getAdditionalParameters()));
	}

}
