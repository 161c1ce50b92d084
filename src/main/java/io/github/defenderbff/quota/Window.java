package io.github.defenderbff.quota;

import java.time.Duration;
import java.util.Locale;

/**
 * One limit: how much may be taken in any span of time of this length, however it lies.
 *
 * @param name what it is called towards frontends, such as {@code minute}
 * @param unit what is counted
 * @param length how long a span
 * @param limit how much in it, all people together; in units
 * @param reserve how much of it only changes may use; in units
 */
record Window(String name, Unit unit, Duration length, long limit, long reserve) {

	/** A part of the same limit, in which at least one call fits. */
	Window part(double fraction) {
		return new Window(this.name, this.unit, this.length,
				Math.max(this.unit.least(), (long) (this.limit * fraction)), (long) (this.reserve * fraction));
	}

	/** What the claim finds free; zero or less for nothing. */
	long free(Claim claim, long used) {
		return this.limit - used - (claim.urgent() ? 0 : this.reserve);
	}

	/**
	 * How much the claim's person may still take if nobody else takes anything. They stop
	 * where they would have more than what stays free for all others together, times
	 * their weight; but nobody is refused their first few while these are free.
	 * @param used how much all have taken
	 * @param mine how much this person has
	 */
	long left(Claim claim, long used, long mine) {
		var free = free(claim, used);
		if (free <= 0) {
			return 0;
		}
		var share = (long) Math.ceil((claim.weight() * free - mine) / (1 + claim.weight()));
		return Math.clamp(Math.max(share, this.unit.first() - mine), 0, free);
	}

	/** What stands in the way of a claim for which too little is left. */
	Shortage.Cause shortage(Claim claim, long used) {
		if (this.limit - used < this.unit.least()) {
			return Shortage.Cause.BUDGET;
		}
		return (free(claim, used) < this.unit.least()) ? Shortage.Cause.RESERVE : Shortage.Cause.SHARE;
	}

	/** What is counted. */
	enum Unit {

		/** Calls. */
		CALLS(1, 2),

		/**
		 * Milliseconds of Defender's run time; shorter than this no query is worth it.
		 */
		RUN_TIME(10_000, 10_000);

		private final long least;

		private final long first;

		Unit(long least, long first) {
			this.least = least;
			this.first = first;
		}

		/** The least that one call takes. */
		long least() {
			return this.least;
		}

		/** What nobody is refused for having had their share. */
		long first() {
			return this.first;
		}

		/** How much the entry took. */
		long of(Entry entry) {
			return switch (this) {
				case CALLS -> 1;
				case RUN_TIME -> entry.ran().toMillis();
			};
		}

		/** An amount as frontends are told it: calls, or whole seconds. */
		long told(long amount) {
			return switch (this) {
				case CALLS -> amount;
				case RUN_TIME -> amount / 1000;
			};
		}

		/** What frontends are told is counted. */
		String word() {
			return switch (this) {
				case CALLS -> name().toLowerCase(Locale.ROOT);
				case RUN_TIME -> "run_seconds";
			};
		}

	}

}
