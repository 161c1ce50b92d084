package io.github.defenderbff.quota;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

import org.springframework.stereotype.Component;

/** The clock, and how callers wait for it; a test moves it by hand. */
@Component
class Watch {

	private final Clock clock;

	Watch(Clock clock) {
		this.clock = clock;
	}

	Clock clock() {
		return this.clock;
	}

	/**
	 * Waits until something changed, or for this long, or for less: callers look again.
	 */
	@SuppressWarnings("WaitNotInLoop")
	void await(Condition changed, Duration atMost) throws InterruptedException {
		var _ = changed.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
	}

}
