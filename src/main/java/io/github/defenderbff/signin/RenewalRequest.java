package io.github.defenderbff.signin;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/**
 * A request for other tokens in exchange for a refresh token, for the resource whose
 * scopes it names.
 */
final class RenewalRequest extends OAuth2RefreshTokenGrantRequest {

	private final @Nullable Claims claims;

	RenewalRequest(ClientRegistration registration, OAuth2AccessToken accessToken, OAuth2RefreshToken refreshToken,
			Set<String> scopes, @Nullable Claims claims) {
		super(registration, accessToken, refreshToken, scopes);
		this.claims = claims;
	}

	/** What the access token must bring; null for nothing. */
	@Nullable Claims claims() {
		return this.claims;
	}

}
