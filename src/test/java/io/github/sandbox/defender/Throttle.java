package io.github.sandbox.defender;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts the calls of the tenant per operation and minute, whoever makes them. */
final class Throttle {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final Clock clock;

	private final ConcurrentMap<String, Window> windows = new ConcurrentHashMap<>();

	private volatile boolean on = true;

	Throttle(Clock clock) {
		this.clock = clock;
	}

	void on(boolean on) {
		this.on = on;
	}

	void clear() {
		this.windows.clear();
	}

	void count(Operation operation) {
		if (!this.on || operation.perMinute() == 0) {
			return;
		}
		Instant now = this.clock.instant();
		Window window = this.windows.merge(operation.id(), new Window(now, 1), (current, first) -> current.next(first));
		if (window.calls() > operation.perMinute()) {
			throw Refusal.throttled(Duration.between(now, window.start().plus(MINUTE)));
		}
	}

	/** The calls since the first one of a minute. */
	private record Window(Instant start, int calls) {

		Window next(Window first) {
			boolean over = !first.start().isBefore(this.start.plus(MINUTE));
			return over ? first : new Window(this.start, this.calls + 1);
		}

	}

}
