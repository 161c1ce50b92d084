package io.github.defenderbff.bulk;

import java.time.Duration;

/** How a thread lets time pass. */
@FunctionalInterface
interface Waiting {

	/** In real time; who is interrupted goes on at once. */
	Waiting ASLEEP = (time) -> {
		try {
			Thread.sleep(time);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	};

	/** Lets so much time pass. */
	void pause(Duration time);

}
