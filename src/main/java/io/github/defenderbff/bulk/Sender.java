package io.github.defenderbff.bulk;

import io.github.defenderbff.signin.Caller;

/** Makes the call for one device. */
@FunctionalInterface
interface Sender {

	/** Makes it once, and says what came of it; never fails. */
	Attempt send(Caller caller, Order order, String machine);

}
