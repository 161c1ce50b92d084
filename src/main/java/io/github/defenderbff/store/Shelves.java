package io.github.defenderbff.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.defenderbff.sealing.KeyRing;

/** The records of each kind. */
public final class Shelves {

	private final Store store;

	private final KeyRing ring;

	Shelves(Store store, KeyRing ring) {
		this.store = store;
		this.ring = ring;
	}

	/** Whether records can be read and written now. */
	boolean answer() {
		return this.store.answers();
	}

	/**
	 * Whether this was never asked before of the same thing, in any replica.
	 * @param kind a short word, as for records
	 * @param thing what it is asked of; not revealed
	 * @param time how long that is remembered
	 * @throws StoreUnavailable if it cannot be told
	 */
	public boolean isFirst(String kind, String thing, Duration time) {
		var name = this.ring.names(kind).of(thing.getBytes(StandardCharsets.UTF_8));
		return this.store.add("bff:" + kind + ":" + name, new byte[] { 1 }, time);
	}

	/**
	 * The records of a kind.
	 * @param kind a short word, which is a part of names and not secret
	 */
	public <T> Records<T> records(String kind, Form<T, ?> form) {
		return new Records<>(this.store, kind, form, this.ring);
	}

}
