package io.github.sandbox.entra;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.OAuth2RefreshTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** Issues tokens with Entra's claims, each access token for one resource. */
final class EntraTokens implements OAuth2TokenGenerator<OAuth2Token> {

	private static final Duration ID_TOKEN_LIFETIME = Duration.ofHours(1);

	private final OAuth2RefreshTokenGenerator refreshTokens = new OAuth2RefreshTokenGenerator();

	private final JwtEncoder encoder;

	private final Tenant tenant;

	private final Consents consents;

	private final SsoSessions sessions;

	private final AppGrants appGrants;

	private final TokenBehaviour behaviour;

	EntraTokens(JwtEncoder encoder, Tenant tenant, Consents consents, SsoSessions sessions, AppGrants appGrants,
			TokenBehaviour behaviour) {
		this.encoder = encoder;
		this.tenant = tenant;
		this.consents = consents;
		this.sessions = sessions;
		this.appGrants = appGrants;
		this.behaviour = behaviour;
	}

	@Override
	public @Nullable OAuth2Token generate(OAuth2TokenContext context) {
		OAuth2TokenType type = context.getTokenType();
		if (OAuth2TokenType.REFRESH_TOKEN.equals(type)) {
			return mayGoOffline(context) ? this.refreshTokens.generate(context) : null;
		}
		return OAuth2TokenType.ACCESS_TOKEN.equals(type) ? accessToken(context) : idToken(context);
	}

	private Jwt accessToken(OAuth2TokenContext context) {
		String clientId = context.getRegisteredClient().getClientId();
		String resource = Resources.of(context);
		Authentication principal = context.getPrincipal();
		if (principal != null && principal.getPrincipal() instanceof SignedIn session) {
			Set<Scope> scopes = this.consents.inForce(session.getName(), resource,
					Scope.all(context.getAuthorizedScopes()));
			scopes.removeIf(this.behaviour::withholds);
			Map<String, Object> claims = Claims.ofDelegatedAccess(session, clientId, scopes);
			Set<String> contexts = contextsOf(context);
			if (!contexts.isEmpty()) {
				claims.put("acrs", contexts.stream().sorted().toList());
			}
			return sign(resource, this.behaviour.accessTokenLifetime(), claims);
		}
		return sign(this.appGrants.audience(resource), this.behaviour.accessTokenLifetime(),
				Claims.ofApplicationAccess(clientId, this.appGrants.roles(clientId, resource)));
	}

	private Jwt idToken(OAuth2TokenContext context) {
		SignedIn session = sessionOf(context);
		String clientId = context.getRegisteredClient().getClientId();
		Map<String, Object> claims = Claims.ofIdentity(session, clientId, Scope.all(context.getAuthorizedScopes()));
		if (AuthorizationGrantType.AUTHORIZATION_CODE.equals(context.getAuthorizationGrantType())) {
			claims.put("auth_time", this.sessions.latest(session).since().getEpochSecond());
			if (parametersOf(context).get("nonce") instanceof String nonce) {
				claims.put("nonce", nonce);
			}
		}
		claims.keySet().removeAll(this.behaviour.omittedClaims());
		Jwt good = sign(clientId, ID_TOKEN_LIFETIME, claims);
		return Jwt.withTokenValue(this.behaviour.idTokens().apply(good.getTokenValue()))
			.headers((headers) -> headers.putAll(good.getHeaders()))
			.claims((all) -> all.putAll(good.getClaims()))
			.build();
	}

	private Jwt sign(String audience, Duration lifetime, Map<String, Object> claims) {
		Instant now = Instant.now();
		JwtClaimsSet claimsSet = JwtClaimsSet.builder()
			.claims((all) -> all.putAll(claims))
			.issuer(this.tenant.issuer().toString())
			.audience(List.of(audience))
			.issuedAt(now)
			.notBefore(now)
			.expiresAt(now.plus(lifetime))
			.id(UUID.randomUUID().toString())
			.build();
		JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256).type("JWT").build();
		return this.encoder.encode(JwtEncoderParameters.from(header, claimsSet));
	}

	private static boolean mayGoOffline(OAuth2TokenContext context) {
		return Scope.all(authorizationOf(context).getAuthorizedScopes()).contains(Scope.of(Scope.OFFLINE_ACCESS));
	}

	/**
	 * What the sign-in asked for stays; what a refresh asks for is for its token only.
	 */
	private static Set<String> contextsOf(OAuth2TokenContext context) {
		Authentication grant = context.getAuthorizationGrant();
		Map<String, Object> ofRefresh = (grant instanceof OAuth2RefreshTokenAuthenticationToken refresh)
				? refresh.getAdditionalParameters() : Map.of();
		return Stream.of(parametersOf(context), ofRefresh)
			.flatMap((parameters) -> ClaimsRequest.in(parameters).stream())
			.flatMap((claims) -> claims.contexts().stream())
			.collect(Collectors.toSet());
	}

	/** The further parameters of the authorization request that began the grant. */
	private static Map<String, Object> parametersOf(OAuth2TokenContext context) {
		OAuth2AuthorizationRequest request = authorizationOf(context)
			.getAttribute(OAuth2AuthorizationRequest.class.getName());
		return (request != null) ? request.getAdditionalParameters() : Map.of();
	}

	private static SignedIn sessionOf(OAuth2TokenContext context) {
		Authentication principal = context.getPrincipal();
		if (principal != null && principal.getPrincipal() instanceof SignedIn session) {
			return session;
		}
		throw new IllegalStateException("Nobody is signed in");
	}

	private static OAuth2Authorization authorizationOf(OAuth2TokenContext context) {
		OAuth2Authorization authorization = context.getAuthorization();
		if (authorization == null) {
			throw new IllegalStateException("No authorization to issue tokens for");
		}
		return authorization;
	}

}
