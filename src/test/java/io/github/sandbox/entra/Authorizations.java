package io.github.sandbox.entra;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * The grants in progress or in use; every refresh token ever issued for one keeps finding
 * it, as with Entra.
 */
final class Authorizations implements OAuth2AuthorizationService {

	private final Map<String, OAuth2Authorization> byId = new ConcurrentHashMap<>();

	private final Map<String, String> idByToken = new ConcurrentHashMap<>();

	private final Set<String> revoked = ConcurrentHashMap.newKeySet();

	private final Set<String> spent = ConcurrentHashMap.newKeySet();

	void clear() {
		this.byId.clear();
		this.idByToken.clear();
		this.revoked.clear();
		this.spent.clear();
	}

	/** Every code and refresh token that was issued. */
	Set<String> secrets() {
		return Set.copyOf(this.idByToken.keySet());
	}

	void revokeAllOf(String objectId) {
		this.byId.values()
			.stream()
			.filter((authorization) -> authorization.getPrincipalName().equals(objectId))
			.map(OAuth2Authorization::getId)
			.forEach(this.revoked::add);
	}

	boolean isRevoked(OAuth2Authorization authorization) {
		return this.revoked.contains(authorization.getId());
	}

	/** Uses up a refresh token; false if it was used up before. */
	boolean spend(String refreshToken) {
		return this.spent.add(refreshToken);
	}

	@Override
	public void save(OAuth2Authorization authorization) {
		List<String> keys = keysOf(authorization).toList();
		if (keys.isEmpty()) {
			return; // nothing would ever find it, like the app's own tokens
		}
		this.byId.put(authorization.getId(), authorization);
		keys.forEach((key) -> this.idByToken.put(key, authorization.getId()));
	}

	@Override
	public void remove(OAuth2Authorization authorization) {
		this.byId.remove(authorization.getId());
		keysOf(authorization).forEach(this.idByToken::remove);
	}

	@Override
	public @Nullable OAuth2Authorization findById(String id) {
		return this.byId.get(id);
	}

	@Override
	public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType tokenType) {
		String id = this.idByToken.get(token);
		return (id != null) ? this.byId.get(id) : null;
	}

	private static Stream<String> keysOf(OAuth2Authorization authorization) {
		String consentState = authorization.getAttribute("state");
		return Stream.concat(Stream.ofNullable(consentState),
				Stream.of(authorization.getToken(OAuth2AuthorizationCode.class), authorization.getRefreshToken())
					.flatMap(Stream::ofNullable)
					.map(OAuth2Authorization.Token::getToken)
					.map(OAuth2Token::getTokenValue));
	}

}
