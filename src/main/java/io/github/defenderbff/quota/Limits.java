package io.github.defenderbff.quota;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How often Defender may be asked for one operation, all people of a tenant together.
 *
 * @param perMinute calls a minute; {@link Rate#UNSTATED} for no such limit
 * @param perHour calls an hour; {@link Rate#UNSTATED} for no such limit
 * @param stated whether the documentation states any limit
 * @param run how long the calls may run; null where run time is not limited
 * @param of the operation whose limits they are, and whose calls count too; null for the
 * operation's own
 */
public record Limits(int perMinute, int perHour, boolean stated, @Nullable Run run, @Nullable String of) {

	/** The operation's own limits. */
	public Limits(int perMinute, int perHour, boolean stated, @Nullable Run run) {
		this(perMinute, perHour, stated, run, null);
	}

	/** Those of another operation, which Defender documents together with this one. */
	Limits of(String operation) {
		return new Limits(this.perMinute, this.perHour, this.stated, this.run, operation);
	}

	/** The same for calls that run no longer than that; where run time is limited. */
	public Limits runningFor(Duration longest) {
		return (this.run == null) ? this : new Limits(this.perMinute, this.perHour, this.stated,
				new Run(longest, this.run.perHour(), this.run.perDay()), this.of);
	}

	/** Reads declarations; without the first, the usual limits. */
	public static Limits of(@Nullable Rate rate, @Nullable RunTime runTime, @Nullable CountedAs other) {
		var own = of(rate, runTime);
		return (other != null) ? own.of(other.value()) : own;
	}

	private static Limits of(@Nullable Rate rate, @Nullable RunTime runTime) {
		var run = (runTime != null) ? Run.of(runTime) : null;
		if (rate == null) {
			return new Limits(Rate.USUAL_PER_MINUTE, Rate.USUAL_PER_HOUR, true, run);
		}
		if (rate.perMinute() == Rate.UNSTATED && rate.perHour() == Rate.UNSTATED) {
			return new Limits(Rate.USUAL_PER_MINUTE, Rate.USUAL_PER_HOUR, false, run);
		}
		return new Limits(rate.perMinute(), rate.perHour(), true, run);
	}

	/**
	 * How long calls may run.
	 *
	 * @param longest one call
	 * @param perHour all calls of an hour; zero for no such limit
	 * @param perDay all calls of a day; zero for no such limit
	 */
	public record Run(Duration longest, Duration perHour, Duration perDay) {

		private static Run of(RunTime declared) {
			return new Run(Duration.ofSeconds(declared.longest()), Duration.ofSeconds(declared.perHour()),
					Duration.ofSeconds(declared.perDay()));
		}

	}

}
