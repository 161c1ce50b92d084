package io.github.defenderbff.quota;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

/** The right to call Defender once, to be given back when the call is over. */
public final class Pass {

	private final Gate gate;

	private final Entry entry;

	private final List<Standing> standings;

	private final Clock clock;

	private final Instant begin;

	private final AtomicBoolean over = new AtomicBoolean();

	Pass(Gate gate, Verdict.Taken taken, Clock clock) {
		this.gate = gate;
		this.entry = taken.entry();
		this.standings = taken.standings();
		this.clock = clock;
		this.begin = clock.instant();
	}

	/**
	 * How long the call may run where that is shorter than usual, because no more run
	 * time is left; null for as long as it likes.
	 */
	public @Nullable Duration runTime() {
		return (this.entry.ran().compareTo(this.gate.family().longestRun()) < 0) ? this.entry.ran() : null;
	}

	/** What frontends are told of the limits. */
	public RateLimits rateLimits() {
		return RateLimits.of(this.standings);
	}

	/** Defender answered: the call ran until now. */
	public void answered() {
		var now = this.clock.instant();
		var ran = Duration.between(this.begin, now);
		settle((ran.compareTo(this.entry.ran()) < 0) ? ran : this.entry.ran(), now);
	}

	/**
	 * Nobody knows how long the call runs, so it counts as long, and until then, as it
	 * may.
	 */
	public void lost() {
		var now = this.clock.instant();
		var end = this.begin.plus(this.entry.ran());
		settle(this.entry.ran(), end.isAfter(now) ? end : now);
	}

	/** The call was held back here, and counts for nothing. */
	public void unsent() {
		if (this.over.compareAndSet(false, true)) {
			this.gate.undo(this.entry);
		}
	}

	private void settle(Duration ran, Instant end) {
		if (this.over.compareAndSet(false, true)) {
			this.gate.settle(this.entry, ran, end);
		}
	}

	/**
	 * Defender throttles: nothing more is asked until it says so.
	 * @return what frontends are told of the limits now
	 */
	public RateLimits throttled(Duration retryAfter) {
		this.gate.pause(retryAfter);
		return RateLimits.usedUp(this.standings, null, retryAfter);
	}

}
