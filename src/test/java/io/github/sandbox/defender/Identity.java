package io.github.sandbox.defender;

/** What the bearer token of a request proves. */
sealed interface Identity permits Caller, Identity.Unknown {

	/** Nothing, and why. */
	record Unknown(Refusal reason) implements Identity {

	}

}
