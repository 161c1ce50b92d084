package io.github.defenderbff.quota;

import java.time.Duration;
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

}
