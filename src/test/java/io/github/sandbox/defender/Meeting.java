package io.github.sandbox.defender;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets requests wait for each other, which only those can that are under way together.
 */
final class Meeting {

	private static final int LONGEST_WAIT_SECONDS = 10;

	private volatile CountDownLatch missing = new CountDownLatch(0);

	private volatile boolean failed;

	void of(int requests) {
		this.failed = false;
		this.missing = new CountDownLatch(requests);
	}

	boolean tookPlace() {
		return !this.failed && this.missing.getCount() == 0;
	}

	void clear() {
		of(0);
	}

	/** Waits for the others, if there are any to wait for. */
	void join() {
		CountDownLatch others = this.missing;
		others.countDown();
		try {
			if (!others.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
				this.failed = true;
			}
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

}
