package io.github.defenderbff.relay;

/** A step on the path of a call: it answers itself, or asks the next one. */
@FunctionalInterface
interface Stage {

	Payload<?> answer(Call call);

}
