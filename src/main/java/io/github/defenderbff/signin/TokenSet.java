package io.github.defenderbff.signin;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/**
 * The tokens of one session for the Defender resource; its text form shows none of them.
 *
 * @param accessToken the access token, opaque to us
 * @param expiresAt when the access token ends, from the response's {@code expires_in}
 * @param refreshToken the refresh token; null where none was issued
 */
record TokenSet(AccessToken accessToken, Instant expiresAt, @Nullable String refreshToken) {

	/** What a session that has ended is left with. */
	static final TokenSet NONE = new TokenSet(new AccessToken(""), Instant.EPOCH, null);

	/** A token this close to its end is renewed before it is used. */
	private static final Duration MARGIN = Duration.ofSeconds(60);

	static TokenSet of(OAuth2AccessToken accessToken, @Nullable OAuth2RefreshToken refreshToken) {
		var expiresAt = accessToken.getExpiresAt();
		return new TokenSet(new AccessToken(accessToken.getTokenValue()),
				(expiresAt != null) ? expiresAt : Instant.EPOCH,
				(refreshToken != null) ? refreshToken.getTokenValue() : null);
	}

	/** With the same access token, as if it had ended. */
	TokenSet expired() {
		return new TokenSet(this.accessToken, Instant.EPOCH, this.refreshToken);
	}

	TokenSet withoutAccessToken() {
		return new TokenSet(NONE.accessToken, Instant.EPOCH, this.refreshToken);
	}

	TokenSet withRefreshToken(@Nullable String newRefreshToken) {
		return new TokenSet(this.accessToken, this.expiresAt, newRefreshToken);
	}

	boolean needsRenewal(Instant now) {
		return now.plus(MARGIN).isAfter(this.expiresAt);
	}

	boolean hasExpired(Instant now) {
		return !now.isBefore(this.expiresAt);
	}

	@Override
	public String toString() {
		return "TokenSet[expiresAt=" + this.expiresAt + "]";
	}

}
