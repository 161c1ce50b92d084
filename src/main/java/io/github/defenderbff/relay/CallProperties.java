package io.github.defenderbff.relay;

import java.time.Duration;

import io.github.defenderbff.problem.SettingProblem;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many calls to Defender may be under way, how long each may take, and what happens
 * while Defender is in trouble.
 *
 * @param deadline how long a call may take until its answer is there, with all waiting
 * and trying again; operations with a patience of their own have that much more
 * @param maxConcurrentCalls how many calls may wait for their answers together
 * @param longestWait how long a call may wait until it is one of them
 * @param maxConnections how many connections may be open; those above the concurrent
 * calls are for large answers that are being passed on
 * @param longestStream how long a large answer may take to be passed on
 * @param retries how often a read is tried again
 * @param retryPause how long it is until the first time; about twice as long each further
 * time
 * @param breaker when Defender is left alone
 */
@ConfigurationProperties("defender")
record CallProperties(@DefaultValue("60s") Duration deadline, @DefaultValue("256") int maxConcurrentCalls,
		@DefaultValue("1s") Duration longestWait, @DefaultValue("320") int maxConnections,
		@DefaultValue("15m") Duration longestStream, @DefaultValue("2") int retries,
		@DefaultValue("200ms") Duration retryPause, @DefaultValue Breaker breaker) {

	private static final int MOST_RETRIES = 2;

	/** With the time that hunting has in addition it is within what the quota allows. */
	private static final Duration LONGEST_DEADLINE = Duration.ofMinutes(5);

	CallProperties {
		positive("defender.deadline", deadline);
		if (deadline.compareTo(LONGEST_DEADLINE) > 0) {
			throw new SettingProblem("defender.deadline is longer than five minutes.", "Set it to 5m or less.");
		}
		positive("defender.longest-stream", longestStream);
		positive("defender.retry-pause", retryPause);
		if (longestWait.isNegative()) {
			throw new SettingProblem("defender.longest-wait is negative.", "Set it to 0s or more, such as 1s.");
		}
		between("defender.max-concurrent-calls", maxConcurrentCalls, 1, 10_000);
		between("defender.retries", retries, 0, MOST_RETRIES);
		if (maxConnections <= maxConcurrentCalls) {
			throw new SettingProblem(
					"defender.max-connections is %d and defender.max-concurrent-calls is %d, so no connection is left for large answers."
						.formatted(maxConnections, maxConcurrentCalls),
					"Set defender.max-connections to more than defender.max-concurrent-calls.");
		}
	}

	private static void positive(String name, Duration value) {
		if (!value.isPositive()) {
			throw new SettingProblem(name + " is not a time that passes.", "Set it to more than 0s.");
		}
	}

	private static void between(String name, int value, int least, int most) {
		if (value < least || value > most) {
			throw new SettingProblem(name + " is " + value + ", which is out of range.",
					"Set it to a number between %d and %d.".formatted(least, most));
		}
	}

	/** How many large answers may be passed on together. */
	int maxStreams() {
		return this.maxConnections - this.maxConcurrentCalls;
	}

	/**
	 * When Defender is left alone.
	 *
	 * @param window how far back calls are looked at
	 * @param minimumCalls how many calls there must be to judge by
	 * @param failureRate how many in a hundred of them must have failed
	 * @param pause how long Defender is left alone then
	 */
	record Breaker(@DefaultValue("30s") Duration window, @DefaultValue("10") int minimumCalls,
			@DefaultValue("50") int failureRate, @DefaultValue("10s") Duration pause) {

		Breaker {
			if (window.toSeconds() < 1) {
				throw new SettingProblem("defender.breaker.window is shorter than a second.", "Set it to 1s or more.");
			}
			positive("defender.breaker.pause", pause);
			between("defender.breaker.minimum-calls", minimumCalls, 1, 10_000);
			between("defender.breaker.failure-rate", failureRate, 1, 100);
		}

	}

}
