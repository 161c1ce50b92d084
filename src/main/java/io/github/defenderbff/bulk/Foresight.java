package io.github.defenderbff.bulk;

import io.github.defenderbff.signin.Caller;

/**
 * Finds out beforehand what decisions about many devices will need, so that not each of
 * them asks for itself.
 */
@FunctionalInterface
interface Foresight {

	/** Looks ahead where that is due; what cannot be found out is left to the calls. */
	void look(Caller caller, Progress progress, Pace pace);

}
