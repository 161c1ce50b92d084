package io.github.sandbox.entra;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.token.DefaultOAuth2TokenContext;

/**
 * Redeems refresh tokens the way Entra does: for any consented resource, any number of
 * times.
 */
final class RefreshGrant implements AuthenticationProvider {

	private static final String CLAIMS = """
			{"access_token":{"acrs":{"essential":true,"value":"c1"}}}""";

	private final Authorizations authorizations;

	private final Consents consents;

	private final TokenBehaviour behaviour;

	private final EntraTokens tokens;

	RefreshGrant(Authorizations authorizations, Consents consents, TokenBehaviour behaviour, EntraTokens tokens) {
		this.authorizations = authorizations;
		this.consents = consents;
		this.behaviour = behaviour;
		this.tokens = tokens;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return OAuth2RefreshTokenAuthenticationToken.class.isAssignableFrom(authentication);
	}

	@Override
	public Authentication authenticate(Authentication authentication) {
		OAuth2RefreshTokenAuthenticationToken grant = (OAuth2RefreshTokenAuthenticationToken) authentication;
		if (!(grant.getPrincipal() instanceof OAuth2ClientAuthenticationToken client)
				|| client.getRegisteredClient() == null) {
			throw EntraError.exception(Aadsts.NO_CREDENTIAL);
		}
		OAuth2Authorization authorization = this.authorizations.findByToken(grant.getRefreshToken(),
				OAuth2TokenType.REFRESH_TOKEN);
		if (authorization == null
				|| !authorization.getRegisteredClientId().equals(client.getRegisteredClient().getId())) {
			throw EntraError.exception(Aadsts.MALFORMED_GRANT);
		}
		Set<String> scopes = grant.getScopes().isEmpty() ? authorization.getAuthorizedScopes() : grant.getScopes();
		if (ClaimsRequest.in(grant.getAdditionalParameters()).isEmpty()) {
			throw EntraError.exception(Aadsts.MALFORMED);
		}
		refuseUnlessAllowed(authorization, grant.getScopes());
		if (this.behaviour.refusesResource(Resources.among(Scope.all(scopes)))) {
			throw EntraError.exception(Aadsts.CONSENT_REQUIRED);
		}
		if (this.behaviour.rotatesRefreshTokens() && !this.authorizations.spend(grant.getRefreshToken())) {
			throw EntraError.exception(Aadsts.MALFORMED_GRANT);
		}
		return answer(grant, client, client.getRegisteredClient(), authorization, scopes);
	}

	private void refuseUnlessAllowed(OAuth2Authorization authorization, Set<String> asked) {
		String objectId = authorization.getPrincipalName();
		if (this.authorizations.isRevoked(authorization)) {
			throw EntraError.exception(Aadsts.REVOKED);
		}
		if (this.behaviour.demandsClaims(objectId)) {
			throw EntraError.claimsChallenge(CLAIMS);
		}
		Set<Scope> scopes = Scope.all(asked);
		Resources.requireOneAtMost(scopes);
		if (!this.consents.missing(objectId, scopes).isEmpty()) {
			throw EntraError.exception(Aadsts.CONSENT_REQUIRED);
		}
	}

	private OAuth2AccessTokenAuthenticationToken answer(OAuth2RefreshTokenAuthenticationToken grant,
			OAuth2ClientAuthenticationToken client, RegisteredClient registeredClient,
			OAuth2Authorization authorization, Set<String> scopes) {
		Authentication person = Objects
			.requireNonNull(authorization.<Authentication>getAttribute(java.security.Principal.class.getName()));
		DefaultOAuth2TokenContext.Builder context = DefaultOAuth2TokenContext.builder()
			.registeredClient(registeredClient)
			.principal(person)
			.authorizationServerContext(Objects.requireNonNull(AuthorizationServerContextHolder.getContext()))
			.authorization(authorization)
			.authorizedScopes(scopes)
			.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
			.authorizationGrant(grant);
		Jwt jwt = (Jwt) generate(context, OAuth2TokenType.ACCESS_TOKEN);
		OAuth2AccessToken accessToken = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, jwt.getTokenValue(),
				jwt.getIssuedAt(), jwt.getExpiresAt(), scopes);
		OAuth2RefreshToken refreshToken = (OAuth2RefreshToken) generate(context, OAuth2TokenType.REFRESH_TOKEN);
		this.authorizations.save(OAuth2Authorization.from(authorization).refreshToken(refreshToken).build());
		return new OAuth2AccessTokenAuthenticationToken(registeredClient, client, accessToken, refreshToken,
				idToken(context, scopes));
	}

	private Map<String, Object> idToken(DefaultOAuth2TokenContext.Builder context, Set<String> scopes) {
		if (!scopes.contains(Scope.OPENID)) {
			return Map.of();
		}
		return Map.of("id_token", generate(context, new OAuth2TokenType("id_token")).getTokenValue());
	}

	private OAuth2Token generate(DefaultOAuth2TokenContext.Builder context, OAuth2TokenType type) {
		return Objects.requireNonNull(this.tokens.generate(context.tokenType(type).build()));
	}

}
