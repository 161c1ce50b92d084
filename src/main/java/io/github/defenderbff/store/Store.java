package io.github.defenderbff.store;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Keeps values under names, each for a time. Names and values are told to anybody who can
 * look into it, so both are chosen to reveal nothing. Safe for use by several threads.
 */
public interface Store {

	/**
	 * What is kept under a name; empty if there is nothing, or its time is over.
	 * @param prolonged how much time it has left from now on; null to leave that as it is
	 * @throws StoreUnavailable if that cannot be told
	 */
	Optional<Found> find(String name, @Nullable Duration prolonged);

	/**
	 * Keeps a value; false if there is one already.
	 * @throws StoreUnavailable if it may not have been kept
	 */
	boolean add(String name, byte[] value, Duration time);

	/**
	 * Keeps another value in place of the one that was found, for the time that has left;
	 * false if that is not there any more.
	 * @throws StoreUnavailable if it may not have been kept
	 */
	boolean replace(String name, byte[] before, byte[] value);

	/**
	 * Removes what is kept; false if there was nothing.
	 * @throws StoreUnavailable if it may still be there
	 */
	boolean remove(String name);

	/**
	 * Lists a name; the list is kept at least for that time.
	 * @throws StoreUnavailable if it may not have been listed
	 */
	void list(String list, String name, Duration time);

	/**
	 * The names on a list. What they name may be gone.
	 * @throws StoreUnavailable if that cannot be told
	 */
	Set<String> listed(String list);

	/**
	 * Takes a name off a list.
	 * @throws StoreUnavailable if it may still be listed
	 */
	void unlist(String list, String name);

	/**
	 * Acts while nobody else does so under the same name in another process; within this
	 * one callers see to that.
	 * @param longest how long the action takes at the most; after that others go on
	 * @throws StoreUnavailable if it was not this one's turn in that time, or it cannot
	 * be told
	 */
	<T> T alone(String name, Duration longest, Supplier<T> action);

	/**
	 * How many values there are whose names are of a kind; empty where they are not kept
	 * in the memory of this process.
	 */
	default OptionalLong count(String kind) {
		return OptionalLong.empty();
	}

	/** Whether it can be read and written now. */
	boolean answers();

	/**
	 * What was found.
	 *
	 * @param value the value, which is not to be changed
	 * @param left how much time it has left
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Found(byte[] value, Duration left) {

	}

}
