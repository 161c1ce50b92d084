package io.github.defenderbff.signin;

import io.github.defenderbff.problem.Failure;

/** The tokens a caller acts with. */
@FunctionalInterface
public interface Tokens {

	/**
	 * An access token for Defender that is valid now, renewed if need be.
	 * @throws SessionEnded if it can no longer be renewed
	 * @throws StepUpRequired if the person has to sign in for it
	 * @throws IdentityProviderUnreachable if it could not be renewed for now
	 */
	AccessToken accessToken();

	/**
	 * An access token for another resource that is valid now, kept and renewed as the one
	 * for Defender.
	 * @param resource one that is declared as a bean
	 * @throws SessionEnded if the person has to sign in anew for it
	 * @throws StepUpRequired if the person has to sign in for any token
	 * @throws ConsentMissing if the person, or an administrator, has to consent first
	 * @throws IdentityProviderUnreachable if it could not be had for now
	 */
	default AccessToken accessToken(Resource resource) {
		throw new UnsupportedOperationException("There are tokens for Defender only");
	}

	/**
	 * Another token in place of one that the resource does not accept. One who is refused
	 * again should give up.
	 */
	default AccessToken insteadOf(Resource resource, AccessToken rejected) {
		return accessToken(resource);
	}

	/**
	 * Does nothing unless the person has to sign in before there are tokens again: what
	 * such a session must not ask Defender, it must not read here either.
	 * @throws StepUpRequired if that is so
	 */
	default void requireNoStepUp() {
	}

	/**
	 * Another token in place of one that Defender does not accept; if that one is not
	 * accepted either, {@link #end()} is what is left.
	 * @throws SessionEnded if there is none
	 */
	default AccessToken insteadOf(AccessToken rejected) {
		throw new SessionEnded("Defender does not accept your sign-in. Sign in again; nothing was changed.");
	}

	/**
	 * Another token in place of one that Defender challenged for claims, asked for with
	 * them and without the person; if that one is challenged too,
	 * {@link #challenged(AccessToken, Claims)} is what is left.
	 * @throws StepUpRequired if only a sign-in can bring it
	 */
	default AccessToken insteadOf(AccessToken challenged, Claims claims) {
		return insteadOf(challenged);
	}

	/** Gives a token up that no renewal makes good; the failure says what would help. */
	default Failure challenged(AccessToken token, Claims claims) {
		end();
		return new SessionEnded("Defender does not accept your sign-in. Sign in again; nothing was changed.");
	}

	/** Ends what these tokens belong to, if they belong to one caller alone. */
	default void end() {
	}

}
