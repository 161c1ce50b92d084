package io.github.defenderbff.relay;

import java.time.Duration;

import io.github.defenderbff.policy.Reason;
import io.github.defenderbff.signin.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * What the operator allows of one operation, beyond what Defender does. Whoever has such
 * rules declares them as a bean.
 */
public interface Guardrail {

	/** The operation's id. */
	String operation();

	/** Why the caller may not send this; null where they may. */
	@Nullable Reason objection(Caller caller, Body<?> body);

	/**
	 * What is sent instead.
	 * @throws io.github.defenderbff.problem.InvalidBody if nothing of it is sent
	 */
	Body<?> instead(Body<?> body);

	/** How long one call may run; not longer than Defender lets it. */
	Duration longest();

	/** The largest answer that is passed on. */
	DataSize largestAnswer();

}
