package io.github.sandbox.defender;

import java.util.UUID;

/** The body of every error. */
record ErrorEnvelope(Failure error) {

	static ErrorEnvelope of(String code, String message) {
		return new ErrorEnvelope(new Failure(code, message, UUID.randomUUID()));
	}

	/**
	 * What went wrong.
	 *
	 * @param code a stable word
	 * @param message free text
	 * @param target the id to quote to support
	 */
	record Failure(String code, String message, UUID target) {

	}

}
