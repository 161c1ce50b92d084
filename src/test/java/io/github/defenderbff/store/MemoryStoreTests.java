package io.github.defenderbff.store;

import java.time.Duration;

import io.github.defenderbff.HandMovedClock;

/** The store in the memory of one process. */
class MemoryStoreTests extends StoreContract {

	private final HandMovedClock clock = new HandMovedClock();

	private final Store store = new MemoryStore(this.clock);

	@Override
	protected Store store() {
		return this.store;
	}

	@Override
	protected void pass(Duration time) {
		this.clock.move(time);
	}

	@Override
	protected Duration moment() {
		return Duration.ofMinutes(1);
	}

}
