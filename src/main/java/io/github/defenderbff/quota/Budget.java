package io.github.defenderbff.quota;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/** One budget: a token bucket, and a pause that Defender asked for. */
final class Budget {

	private final Bucket bucket;

	private final Clock clock;

	private volatile Instant pausedUntil = Instant.MIN;

	Budget(Limits limits, Clock clock) {
		this.clock = clock;
		var builder = Bucket.builder().withCustomTimePrecision(new Ticks(clock));
		if (limits.perMinute() != Rate.UNSTATED) {
			builder.addLimit(bandwidth(limits.perMinute(), Duration.ofMinutes(1)));
		}
		if (limits.perHour() != Rate.UNSTATED) {
			builder.addLimit(bandwidth(limits.perHour(), Duration.ofHours(1)));
		}
		this.bucket = builder.build();
	}

	private static Bandwidth bandwidth(int calls, Duration period) {
		return Bandwidth.builder().capacity(calls).refillIntervally(calls, period).build();
	}

	/** Takes one call; the answer is how long to wait instead, zero when it was taken. */
	Duration spend() {
		var pause = Duration.between(this.clock.instant(), this.pausedUntil);
		if (pause.isPositive()) {
			return pause;
		}
		var probe = this.bucket.tryConsumeAndReturnRemaining(1);
		return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
	}

	/** Pauses; a pause that already lasts longer is not shortened. */
	synchronized void drain(Duration retryAfter) {
		var until = this.clock.instant().plus(retryAfter);
		if (until.isAfter(this.pausedUntil)) {
			this.pausedUntil = until;
		}
	}

	/** The injected clock as the library reads it. */
	private record Ticks(Clock clock) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			return this.clock.millis() * 1_000_000;
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

	}

}
