package io.github.defenderbff.audit;

import org.jspecify.annotations.Nullable;

/** How a change ended. Whoever reads it later must know whether it may have been made. */
public sealed interface Outcome {

	/**
	 * Defender made it, or began to; or this service did, where it is its own.
	 *
	 * @param status Defender's status
	 * @param actionId the machine action that carries it out; null for none
	 */
	record Made(int status, @Nullable String actionId) implements Outcome {

	}

	/**
	 * It was certainly not made.
	 *
	 * @param reason the kind of failure, in one word
	 */
	record NotMade(String reason) implements Outcome {

	}

	/**
	 * It was certainly not even sent to Defender.
	 *
	 * @param reason the kind of failure, in one word
	 */
	record NotSent(String reason) implements Outcome {

	}

	/**
	 * It may have been made.
	 *
	 * @param reason the kind of failure, in one word
	 */
	record Uncertain(String reason) implements Outcome {

	}

}
