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
 * @param groupsElsewhere whether the groups are to be asked for, since the ID token does
 * not list them
 */
record SessionRecord(Person person, Evidence evidence, TokenSet tokens, Instant signedInAt, @Nullable String loginHint,
		StepUp stepUp, boolean groupsElsewhere) {

	/** The caller as it is known now. */
	Caller.Delegated caller(Tokens tokensToUse) {
		return new Caller.Delegated(this.person, this.evidence, tokensToUse);
	}

	/**
	 * Does nothing while tokens may be had.
	 * @throws StepUpRequired if the person has to sign in for them
	 */
	void requireNoStepUp() {
		if (this.stepUp.blocks()) {
			throw StepUpRequired.because(this.stepUp);
		}
	}

	/** Whether the same scopes are in force as there. */
	boolean hasScopesOf(SessionRecord other) {
		return this.evidence.grant().hasScopesOf(other.evidence.grant());
	}

	SessionRecord renewed(TokenSet newTokens, Evidence newEvidence) {
		return with(newEvidence, newTokens, this.stepUp.renewed());
	}

	/** With groups that were asked for elsewhere. */
	SessionRecord with(Groups groups) {
		return with(this.evidence.with(groups), this.tokens, this.stepUp);
	}

	/** Its tokens are asked for with these claims from now on; the current one is not. */
	SessionRecord asking(Claims claims) {
		return with(this.evidence, this.tokens.expired(), new StepUp.Asked(claims, false));
	}

	/** Without an access token until the person has signed in. */
	SessionRecord blocked(StepUp newStepUp) {
		return with(this.evidence, this.tokens.withoutAccessToken(), newStepUp);
	}

	/** With an access token that has to be renewed before it is used again. */
	SessionRecord expired() {
		return with(this.evidence, this.tokens.expired(), this.stepUp);
	}

	SessionRecord withRefreshToken(@Nullable String refreshToken) {
		return with(this.evidence, this.tokens.withRefreshToken(refreshToken), this.stepUp);
	}

	SessionRecord withoutTokens() {
		return with(this.evidence, TokenSet.NONE, this.stepUp);
	}

	private SessionRecord with(Evidence newEvidence, TokenSet newTokens, StepUp newStepUp) {
		return new SessionRecord(this.person, newEvidence, newTokens, this.signedInAt, this.loginHint, newStepUp,
				this.groupsElsewhere);
	}

}
