package io.github.defenderbff.store;

import java.time.Clock;

import io.github.defenderbff.sealing.TestKeys;

/** Stores in memory. */
public final class TestStores {

	private TestStores() {
	}

	/** Shelves that nobody has used yet. */
	public static Shelves shelves(Clock clock) {
		return new Shelves(new MemoryStore(clock), TestKeys.ring(1));
	}

}
