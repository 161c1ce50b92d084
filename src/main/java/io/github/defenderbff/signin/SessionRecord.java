package io.github.defenderbff.signin;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Everything a session remembers; replaced as a whole, never changed in part.
 *
 * @param person who signed in
 * @param evidence what the identity provider said of them
 * @param tokens the person's tokens
 * @param signedInAt when the session began
 * @param loginHint what spares the account picker at sign-out; null where not issued
 */
record SessionRecord(Person person, Evidence evidence, TokenSet tokens, Instant signedInAt,
		@Nullable String loginHint) {

	SessionRecord renewed(TokenSet newTokens, Evidence newEvidence) {
		return new SessionRecord(this.person, newEvidence, newTokens, this.signedInAt, this.loginHint);
	}

	SessionRecord with(TokenSet newTokens) {
		return renewed(newTokens, this.evidence);
	}

	SessionRecord withoutTokens() {
		return with(TokenSet.NONE);
	}

}
