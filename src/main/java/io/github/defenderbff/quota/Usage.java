package io.github.defenderbff.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.defenderbff.signin.Subject;
import org.jspecify.annotations.Nullable;

/**
 * How much of a family's limits is used.
 *
 * @param windows one for each limit
 * @param pausedUntil when Defender's pause is over; null for no pause
 */
record Usage(List<OfWindow> windows, @Nullable Instant pausedUntil) {

	Usage {
		windows = List.copyOf(windows);
	}

	/** The same as a clock tells it that is behind by so much. */
	Usage earlier(Duration behind) {
		return new Usage(this.windows, (this.pausedUntil != null) ? this.pausedUntil.minus(behind) : null);
	}

	boolean isNothing() {
		return this.pausedUntil == null && this.windows.stream().allMatch((window) -> window.used() == 0);
	}

	/**
	 * How much of one limit is used.
	 *
	 * @param window the limit
	 * @param used how much all have taken; in units
	 * @param reset how long it is until more is left
	 * @param people how much each has taken
	 */
	record OfWindow(Window window, long used, Duration reset, Map<Subject, Long> people) {

		OfWindow {
			people = Map.copyOf(people);
		}

		/** Which part of the limit is left, from 0 to 1. */
		double leftPart() {
			return Math.clamp((double) (this.window.limit() - this.used) / this.window.limit(), 0, 1);
		}

	}

}
