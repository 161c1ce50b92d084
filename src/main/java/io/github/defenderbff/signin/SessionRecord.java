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
 * @param loginHint what spares the account picker; null where not issued
 * @param stepUp the claims that the tokens must bring
 */
record SessionRecord(Person person, Evidence evidence, TokenSet tokens, Instant signedInAt, @Nullable String loginHint,
		StepUp stepUp) {

	SessionRecord renewed(TokenSet newTokens, Evidence newEvidence) {
		return new SessionRecord(this.person, newEvidence, newTokens, this.signedInAt, this.loginHint,
				this.stepUp.renewed());
	}

	/** Its tokens are asked for with these claims from now on; the current one is not. */
	SessionRecord asking(Claims claims) {
		return with(this.tokens.expired(), new StepUp.Asked(claims, false));
	}

	/** Without an access token until the person has signed in. */
	SessionRecord blocked(StepUp newStepUp) {
		return with(this.tokens.withoutAccessToken(), newStepUp);
	}

	/** With an access token that has to be renewed before it is used again. */
	SessionRecord expired() {
		return with(this.tokens.expired(), this.stepUp);
	}

	SessionRecord withoutTokens() {
		return with(TokenSet.NONE, this.stepUp);
	}

	private SessionRecord with(TokenSet newTokens, StepUp newStepUp) {
		return new SessionRecord(this.person, this.evidence, newTokens, this.signedInAt, this.loginHint, newStepUp);
	}

}
