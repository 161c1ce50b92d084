package io.github.defenderbff.relay;

import java.time.Duration;

/** Settings for calls, as tests need them. */
final class TestCallProperties {

	/** The pause of the breaker. */
	static final Duration PAUSE = Duration.ofSeconds(10);

	/** As many calls as the breaker judges by. */
	static final int ENOUGH = 10;

	private TestCallProperties() {
	}

	/** No limits that a test would meet, and next to no pause between tries. */
	static CallProperties usual() {
		return places(100, 100, Duration.ofHours(1));
	}

	/** So many places for calls, which nobody waits for, and for large answers. */
	static CallProperties places(int calls, int streams, Duration longestStream) {
		return new CallProperties(Duration.ofSeconds(60), calls, Duration.ZERO, calls + streams, longestStream, 2,
				Duration.ofMillis(1), new CallProperties.Breaker(Duration.ofSeconds(30), ENOUGH, 50, PAUSE));
	}

}
