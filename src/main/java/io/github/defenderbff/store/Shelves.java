package io.github.defenderbff.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

import io.github.defenderbff.sealing.KeyRing;

/** The records of each kind. */
public final class Shelves {

	private final Store store;

	private final KeyRing ring;

	Shelves(Store store, KeyRing ring) {
		this.store = store;
		this.ring = ring;
	}

	/**
	 * How many records of a kind there are; empty where they are not kept in the memory
	 * of this process.
	 */
	public OptionalLong count(String kind) {
		return this.store.count("bff:" + kind + ":");
	}

	/** Whether records can be read and written now. */
	boolean answer() {
		return this.store.answers();
	}

	/**
	 * Whether the same was remembered before, in any replica, and that is not too long
	 * ago.
	 * @param kind a short word, as for records
	 * @param thing what it is about; not revealed
	 * @throws StoreUnavailable if it cannot be told
	 */
	public boolean isKnown(String kind, String thing) {
		return this.store.find(name(kind, thing), null).isPresent();
	}

	/**
	 * Remembers something.
	 * @param time how long
	 * @throws StoreUnavailable if that may have failed
	 */
	public void remember(String kind, String thing, Duration time) {
		this.store.add(name(kind, thing), new byte[] { 1 }, time);
	}

	private String name(String kind, String thing) {
		return "bff:" + kind + ":" + this.ring.names(kind).of(thing.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * What stands for a thing that can be guessed: a text for each key of the ring, the
	 * first key's first, which only those can tell who have the key.
	 * @param kind a short word, as for records
	 */
	public List<String> secrets(String kind, String thing) {
		var bytes = thing.getBytes(StandardCharsets.UTF_8);
		return this.ring.each().stream().map((key) -> key.names(kind).of(bytes)).toList();
	}

	/**
	 * The records of a kind.
	 * @param kind a short word, which is a part of names and not secret
	 */
	public <T> Records<T> records(String kind, Form<T, ?> form) {
		return new Records<>(this.store, kind, form, this.ring);
	}

}
