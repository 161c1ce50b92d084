package io.github.defenderbff.signin;

import java.time.Duration;
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
 * @param origin where the session comes from
 */
record SessionRecord(Person person, Evidence evidence, TokenSet tokens, Instant signedInAt, @Nullable String loginHint,
		StepUp stepUp, boolean groupsElsewhere, SessionOrigin origin) {

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

	/** When the session ends at the latest: not after its refresh token. */
	Instant endsAt(Duration absoluteTimeout) {
		var end = this.signedInAt.plus(absoluteTimeout);
		var ofTokens = this.tokens.refreshExpiresAt();
		return (ofTokens != null && ofTokens.isBefore(end)) ? ofTokens : end;
	}

	/** Whether the same scopes are in force as there. */
	boolean hasScopesOf(SessionRecord other) {
		return this.evidence.grant().hasScopesOf(other.evidence.grant());
	}

	/** With other tokens; a grant that was not stated anew goes on. */
	SessionRecord renewed(TokenRenewal.Renewed renewed) {
		var grant = renewed.grant();
		return with((grant != null) ? this.evidence.with(grant) : this.evidence, renewed.tokens().after(this.tokens),
				this.stepUp.renewed());
	}

	/** With groups that were asked for elsewhere. */
	SessionRecord with(Groups groups) {
		return with(this.evidence.with(groups), this.tokens, this.stepUp);
	}

	/** Its tokens are asked for with these claims from now on; the current one is not. */
	SessionRecord asking(Claims claims) {
		return with(this.evidence, this.tokens.expired(), new StepUp.Asked(claims, false));
	}

	/** Without any access token until the person has signed in. */
	SessionRecord blocked(StepUp newStepUp) {
		return with(this.evidence, this.tokens.withoutAccessToken(), newStepUp);
	}

	/** With an access token that has to be renewed before it is used again. */
	SessionRecord expired() {
		return with(this.evidence, this.tokens.expired(), this.stepUp);
	}

	/**
	 * With a token for another resource. The refresh token that came with it takes the
	 * place of the one it was got for, and of no other.
	 */
	SessionRecord with(Resource resource, TokenSet got, SessionRecord before) {
		var current = this.tokens.isAsNewAs(before.tokens) ? this.tokens.withRefreshTokenOf(got) : this.tokens;
		return with(this.evidence, current.with(resource, got.asOther()), this.stepUp);
	}

	/** Without a token that its resource rejected. */
	SessionRecord without(Resource resource, AccessToken rejected) {
		return with(this.evidence, this.tokens.without(resource, rejected), this.stepUp);
	}

	SessionRecord withoutTokens() {
		return with(this.evidence, TokenSet.NONE, this.stepUp);
	}

	private SessionRecord with(Evidence newEvidence, TokenSet newTokens, StepUp newStepUp) {
		return new SessionRecord(this.person, newEvidence, newTokens, this.signedInAt, this.loginHint, newStepUp,
				this.groupsElsewhere, this.origin);
	}

}
