package io.github.defenderbff.signin;

import org.jspecify.annotations.Nullable;

/** The token endpoint renews nothing before it has seen the person. */
final class InteractionRequired extends RuntimeException {

	private final transient @Nullable Claims claims;

	InteractionRequired(@Nullable Claims claims, Throwable cause) {
		super(cause);
		this.claims = claims;
	}

	/** What the sign-in must bring; null where the provider does not say. */
	@Nullable Claims claims() {
		return this.claims;
	}

}
