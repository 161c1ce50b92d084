package io.github.defenderbff.quota;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;

import io.github.defenderbff.HandMovedClock;

/**
 * Time that passes in no time: who waits does what was planned for that moment, or is
 * moved to when the wait is over.
 */
final class TestWatch extends Watch {

	private final HandMovedClock clock;

	private final Queue<Runnable> plans = new ArrayDeque<>();

	TestWatch(HandMovedClock clock) {
		super(clock);
		this.clock = clock;
	}

	/** What happens while somebody waits, without any time passing. */
	void meanwhile(Runnable plan) {
		this.plans.add(plan);
	}

	@Override
	void await(Condition changed, Duration atMost) {
		var plan = this.plans.poll();
		if (plan != null) {
			plan.run();
		}
		else {
			this.clock.move(atMost);
		}
	}

}
