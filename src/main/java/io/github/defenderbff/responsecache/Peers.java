package io.github.defenderbff.responsecache;

/** The caches of the other replicas, which must forget what this one forgets. */
public interface Peers {

	/**
	 * Tells them, and makes what {@link SecondLevel} has of it unfindable; does not fail,
	 * nor wait for long.
	 */
	void tell(Change change);

}
