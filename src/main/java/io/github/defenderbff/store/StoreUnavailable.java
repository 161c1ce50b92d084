package io.github.defenderbff.store;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;

/** What replicas share cannot be read or written for now. */
public final class StoreUnavailable extends Failure {

	/** Creates the failure. */
	public StoreUnavailable() {
		super(ProblemType.SESSION_STORE_UNAVAILABLE,
				"Sessions cannot be read for now. You are still signed in; try again in a few seconds.");
		header("Retry-After", "5");
	}

}
