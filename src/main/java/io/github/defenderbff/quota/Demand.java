package io.github.defenderbff.quota;

import io.github.defenderbff.signin.Subject;

/**
 * A call that somebody wants to make.
 *
 * @param operation what is to be called
 * @param who for whom
 * @param forChange whether a change depends on the answer
 * @param patient whether it may wait a moment
 */
public record Demand(Metered operation, Subject who, boolean forChange, boolean patient) {

	/** Whether it may use what is reserved for changes. */
	boolean urgent() {
		return this.operation.change() || this.forChange;
	}

}
