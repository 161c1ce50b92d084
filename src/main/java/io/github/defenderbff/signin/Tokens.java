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

}
