package io.github.defenderbff.bulk;

import java.time.Duration;

/** What came of the call for one device. */
sealed interface Attempt {

	/**
	 * The device had its turn.
	 *
	 * @param step what became of it
	 */
	record Done(Step step) implements Attempt {

	}

	/**
	 * Nothing was done, and trying again later may help.
	 *
	 * @param time when
	 */
	record Later(Duration time) implements Attempt {

	}

	/**
	 * Nothing was done, and nothing will be for other devices either.
	 *
	 * @param why what ended the run
	 */
	record Over(Stop why) implements Attempt {

	}

}
