package io.github.defenderbff.bulk;

import java.util.Random;

/** What befalls a process; the same for the same seed. */
final class Fortune {

	private final Random random;

	private final double unheard;

	private int questionsLeft;

	Fortune(Random random, int questions, double unheard) {
		this.random = random;
		this.questionsLeft = questions;
		this.unheard = unheard;
	}

	/** Nothing ever befalls it. */
	static Fortune good() {
		return new Fortune(new Random(0), Integer.MAX_VALUE, 0);
	}

	/** Whether it dies now; once dead, it does nothing any more. */
	void mayDie() {
		if (this.questionsLeft-- <= 0) {
			this.questionsLeft = 0;
			throw new Died();
		}
	}

	boolean isUnheard() {
		return this.random.nextDouble() < this.unheard;
	}

	/** The process is no more; nobody catches that. */
	static final class Died extends Error {

	}

}
