package io.github.defenderbff.store;

import java.time.Clock;

import io.github.defenderbff.sealing.TestKeys;

/** Stores in memory. */
public final class TestStores {

	private TestStores() {
	}

	/** Shelves that nobody has used yet. */
	public static Shelves shelves(Clock clock) {
		return shelves(store(clock));
	}

	/** Shelves in a store that others may use as well. */
	public static Shelves shelves(Store store) {
		return new Shelves(store, TestKeys.ring(1));
	}

	/** An empty store. */
	public static Store store(Clock clock) {
		return new MemoryStore(clock);
	}

}
