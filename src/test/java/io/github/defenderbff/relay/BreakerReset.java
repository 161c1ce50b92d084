package io.github.defenderbff.relay;

import org.springframework.context.ApplicationContext;

/** Lets the breaker forget what went wrong, so that tests do not meet each other. */
public final class BreakerReset {

	private BreakerReset() {
	}

	/** Closes it now. */
	public static void now(ApplicationContext context) {
		context.getBean(Protection.class).breaker().reset();
	}

}
