package io.github.defenderbff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The time, or a later one when a test wants it to be later. */
public final class ShiftedClock extends Clock {

	private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

	/** Goes this much ahead of the time. */
	public void ahead(Duration duration) {
		this.ahead.set(duration);
	}

	@Override
	public Instant instant() {
		return Clock.systemUTC().instant().plus(this.ahead.get());
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException("there is one zone");
	}

}
