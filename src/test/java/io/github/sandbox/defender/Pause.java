package io.github.sandbox.defender;

import java.time.Duration;

/** A wait on the thread of the request. */
final class Pause {

	private Pause() {
	}

	static void of(Duration duration) {
		if (!duration.isPositive()) {
			return;
		}
		try {
			Thread.sleep(duration);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
