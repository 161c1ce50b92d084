package io.github.defenderbff.signin;

import org.jspecify.annotations.Nullable;

/** How far a session has come with the claims that its tokens must bring. */
sealed interface StepUp {

	/** Nothing was demanded. */
	record None() implements StepUp {

	}

	/**
	 * Tokens are asked for with the claims.
	 *
	 * @param claims the claims
	 * @param bySignIn whether the person signed in for them to get the current token
	 */
	record Asked(Claims claims, boolean bySignIn) implements StepUp {

	}

	/**
	 * Only a sign-in helps; until then there are no tokens.
	 *
	 * @param claims what it must bring; null where any will do
	 */
	record Pending(@Nullable Claims claims) implements StepUp {

	}

	/**
	 * A sign-in brought the claims, and they are demanded all the same.
	 *
	 * @param claims the claims
	 */
	record InVain(Claims claims) implements StepUp {

	}

	/** What tokens are asked for with, or a sign-in must bring; null for nothing. */
	default @Nullable Claims claims() {
		return switch (this) {
			case None _ -> null;
			case Asked(var claims, var _) -> claims;
			case Pending(var claims) -> claims;
			case InVain(var claims) -> claims;
		};
	}

	/** Whether there are no tokens before another sign-in. */
	default boolean blocks() {
		return this instanceof Pending || this instanceof InVain;
	}

	/** The state after a renewal, which is not the person's doing. */
	default StepUp renewed() {
		return (this instanceof Asked(var claims, var _)) ? new Asked(claims, false) : this;
	}

	/** The state when the provider wants to see the person before it renews. */
	default StepUp demandedBy(InteractionRequired required) {
		var demanded = required.claims();
		return new Pending((demanded != null) ? demanded : claims());
	}

	/**
	 * The state when Defender challenges a token for claims that no renewal brings; if
	 * the person has just signed in for them, no sign-in does either.
	 */
	default StepUp challengedFor(Claims demanded) {
		return (this instanceof Asked(var claims, var bySignIn) && bySignIn && claims.equals(demanded))
				? new InVain(demanded) : new Pending(demanded);
	}

}
