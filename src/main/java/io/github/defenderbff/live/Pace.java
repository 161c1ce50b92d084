package io.github.defenderbff.live;

import java.time.Duration;
import java.util.Objects;

import io.github.defenderbff.problem.Failure;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * How long a poller waits from one call to the next. All pollers of an operation share
 * what the limit leaves the person who asks, so more pollers wait longer; and so does
 * each after a failure, up to a bound.
 */
final class Pace {

	private static final int MOST_DOUBLINGS = 8;

	private final Duration shortest;

	private final Duration longest;

	private Duration affordable = Duration.ZERO;

	private Duration atLeast = Duration.ZERO;

	private int failures;

	Pace(Duration shortest, Duration longest) {
		this.shortest = shortest;
		this.longest = longest;
	}

	/**
	 * Takes note of an answer.
	 * @param between how far apart calls may be by what the limit leaves; null where
	 * Defender was not asked
	 */
	void answered(@Nullable Duration between) {
		this.affordable = Objects.requireNonNullElse(between, this.affordable);
		this.atLeast = Duration.ZERO;
		this.failures = 0;
	}

	/** Takes note of a failure that says how long to wait; zero where it does not. */
	void failed(Duration wait) {
		this.atLeast = wait;
		this.failures = Math.min(this.failures + 1, MOST_DOUBLINGS);
	}

	/**
	 * The time until the next call.
	 * @param pollers how many share the limit, this one included
	 */
	Duration next(int pollers) {
		var fair = longer(this.shortest, this.affordable.multipliedBy(Math.max(1, pollers)));
		var patient = fair.multipliedBy(1L << this.failures);
		var bounded = (patient.compareTo(this.longest) < 0) ? patient : this.longest;
		return longer(longer(fair, bounded), this.atLeast);
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

	/** How long the failure asks to wait. */
	static Duration retryAfter(Failure failure) {
		var seconds = failure.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
		return (seconds != null && seconds.matches("\\d{1,6}")) ? Duration.ofSeconds(Long.parseLong(seconds))
				: Duration.ZERO;
	}

}
