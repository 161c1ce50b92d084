package io.github.defenderbff.signin;

/** The tokens a caller acts with. */
@FunctionalInterface
public interface Tokens {

	/**
	 * An access token for Defender that is valid now, renewed if need be.
	 * @throws SessionEnded if it can no longer be renewed
	 * @throws IdentityProviderUnreachable if it could not be renewed for now
	 */
	AccessToken accessToken();

	/**
	 * Another token in place of one that Defender does not accept; if that one is not
	 * accepted either, {@link #end()} is what is left.
	 * @throws SessionEnded if there is none
	 */
	default AccessToken insteadOf(AccessToken rejected) {
		throw new SessionEnded("Defender does not accept your sign-in. Sign in again; nothing was changed.");
	}

	/** Ends what these tokens belong to. */
	default void end() {
	}

}
