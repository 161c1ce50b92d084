package io.github.defenderbff.bulk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** When a run may go on, and until when. */
final class Pace {

	private static final Duration GLANCE = Duration.ofSeconds(1);

	private final Clock clock;

	private final Instant end;

	private final Waiting waiting;

	private final AtomicReference<Instant> next = new AtomicReference<>(Instant.EPOCH);

	private final AtomicReference<Instant> looked = new AtomicReference<>(Instant.EPOCH);

	Pace(Clock clock, Instant end, Waiting waiting) {
		this.clock = clock;
		this.end = end;
		this.waiting = waiting;
	}

	/** Lets nobody go on for so long. */
	void pause(Duration wait) {
		var until = this.clock.instant().plus(wait);
		this.next.accumulateAndGet(until, (one, other) -> one.isAfter(other) ? one : other);
	}

	/**
	 * Waits until the run may go on; false where that is too late.
	 * @param over whether waiting is in vain
	 */
	boolean await(BooleanSupplier over) {
		for (var left = left(); left.isPositive() && !over.getAsBoolean(); left = left()) {
			if (this.next.get().isAfter(this.end)) {
				return false;
			}
			this.waiting.pause((left.compareTo(GLANCE) < 0) ? left : GLANCE);
		}
		return this.clock.instant().isBefore(this.end);
	}

	private Duration left() {
		return Duration.between(this.clock.instant(), this.next.get());
	}

	/** Whether nobody did it for so long; then it counts as done. */
	boolean isDue(Duration interval) {
		var now = this.clock.instant();
		var last = this.looked.get();
		return !now.isBefore(last.plus(interval)) && this.looked.compareAndSet(last, now);
	}

}
