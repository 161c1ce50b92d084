package io.github.defenderbff.bulk;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Why a run ended before all its devices had their turn.
 *
 * @param why in one word, which frontends may switch on
 * @param detail in a sentence for a person
 */
@Schema(name = "BulkStop")
record Stop(String why, String detail) {

	/** The session is over, or must be strengthened first. */
	static final Stop SESSION_ENDED = new Stop("session-ended",
			"The session that the run belonged to has ended. Sign in and repeat the request with the same key.");

	/** The person must prove again who they are. */
	static final Stop SIGN_IN_NEEDED = new Stop("sign-in-needed",
			"Defender was not asked without a newer sign-in. Sign in and repeat the request with the same key.");

	/** It took too long. */
	static final Stop TIME_OVER = new Stop("time-over",
			"The run took as long as a run may. Repeat the request with the same key later.");

	/** This instance is being shut down. */
	static final Stop SHUT_DOWN = new Stop("shut-down",
			"The service was shut down. Repeat the request with the same key.");

	/** Nobody works on it, and nobody said why. */
	static final Stop INTERRUPTED = new Stop("interrupted",
			"The run broke off. Look at the devices whose outcome is unknown, then repeat the request with the same key.");

}
