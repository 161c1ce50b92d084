package io.github.defenderbff.quota;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * The calls that Defender counts together: those of one operation, whoever makes them.
 *
 * @param operation the operation's id
 * @param windows its limits; empty for none
 * @param longestRun how long one call runs at most; zero where run time is not counted
 */
record Family(String operation, List<Window> windows, Duration longestRun) {

	Family {
		windows = List.copyOf(windows);
	}

	/** The same with a part of each limit. */
	Family part(double fraction) {
		return new Family(this.operation, this.windows.stream().map((window) -> window.part(fraction)).toList(),
				this.longestRun);
	}

	/** How long anything is remembered; zero where there is no limit. */
	Duration longestWindow() {
		return this.windows.stream().map(Window::length).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
	}

}
