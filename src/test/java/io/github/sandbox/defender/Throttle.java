package io.github.sandbox.defender;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the calls of the tenant per operation and minute or hour, whoever makes them.
 */
final class Throttle {

	private final Clock clock;

	private final ConcurrentMap<String, Window> windows = new ConcurrentHashMap<>();

	private final AtomicInteger refused = new AtomicInteger();

	private volatile boolean on = true;

	Throttle(Clock clock) {
		this.clock = clock;
	}

	void on(boolean on) {
		this.on = on;
	}

	/** How many calls were too many. */
	int refused() {
		return this.refused.get();
	}

	void clear() {
		this.windows.clear();
		this.refused.set(0);
	}

	void count(Operation operation) {
		Operation.Rate rate = operation.rate();
		if (!this.on || rate.calls() == 0) {
			return;
		}
		Instant now = this.clock.instant();
		Window window = this.windows.merge(operation.id(), new Window(now, now.plus(rate.window()), 1),
				(current, first) -> current.next(first));
		if (window.calls() > rate.calls()) {
			this.refused.incrementAndGet();
			throw Refusal.throttled(Duration.between(now, window.end()));
		}
	}

	/** The calls since the first one of a minute or hour. */
	private record Window(Instant start, Instant end, int calls) {

		Window next(Window first) {
			boolean over = !first.start().isBefore(this.end);
			return over ? first : new Window(this.start, this.end, this.calls + 1);
		}

	}

}
