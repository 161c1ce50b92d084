package io.github.defenderbff.signin;

import java.time.Instant;

/**
 * An access token for another resource than Defender.
 *
 * @param accessToken the access token, opaque to us
 * @param obtainedAt when it came
 * @param expiresAt when it ends
 */
record OtherToken(AccessToken accessToken, Instant obtainedAt, Instant expiresAt) {

	boolean needsRenewal(Instant now) {
		return TokenSet.isNearItsEnd(this.expiresAt, now);
	}

	boolean hasExpired(Instant now) {
		return !now.isBefore(this.expiresAt);
	}

}
