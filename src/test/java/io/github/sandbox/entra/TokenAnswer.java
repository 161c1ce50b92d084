package io.github.sandbox.entra;

import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Writes the token response with the scopes that are in force for the token's resource.
 */
final class TokenAnswer implements AuthenticationSuccessHandler {

	private final TokenBehaviour behaviour;

	private final JsonMapper json;

	TokenAnswer(TokenBehaviour behaviour, JsonMapper json) {
		this.behaviour = behaviour;
		this.json = json;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		OAuth2AccessTokenAuthenticationToken tokens = (OAuth2AccessTokenAuthenticationToken) authentication;
		OAuth2AccessToken accessToken = tokens.getAccessToken();
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("token_type", "Bearer");
		this.behaviour.scopeForm()
			.write(scopesOf(accessToken))
			.filter((scope) -> !scope.isEmpty())
			.ifPresent((scope) -> body.put("scope", scope));
		long seconds = secondsOf(accessToken);
		body.put("expires_in", seconds);
		body.put("ext_expires_in", seconds);
		body.put("access_token", accessToken.getTokenValue());
		OAuth2RefreshToken refreshToken = tokens.getRefreshToken();
		if (refreshToken != null) {
			body.put("refresh_token", refreshToken.getTokenValue());
		}
		body.putAll(tokens.getAdditionalParameters());
		response.setContentType("application/json;charset=utf-8");
		response.setHeader("Cache-Control", "no-store, no-cache");
		response.setHeader("Pragma", "no-cache");
		this.json.writeValue(response.getOutputStream(), body);
	}

	private static long secondsOf(OAuth2AccessToken token) {
		Instant issuedAt = Objects.requireNonNull(token.getIssuedAt());
		return Duration.between(issuedAt, Objects.requireNonNull(token.getExpiresAt())).toSeconds();
	}

	private static List<Scope> scopesOf(OAuth2AccessToken token) {
		try {
			JWTClaimsSet claims = SignedJWT.parse(token.getTokenValue()).getJWTClaimsSet();
			String scp = claims.getStringClaim("scp");
			if (scp == null || scp.isEmpty()) {
				return List.of();
			}
			String resource = claims.getAudience().getFirst();
			return Arrays.stream(scp.split(" ", -1)).map((name) -> new Scope(resource, name)).toList();
		}
		catch (ParseException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
