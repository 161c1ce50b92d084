package io.github.defenderbff.responsecache;

/** The caches of the other replicas, which must forget what this one forgets. */
public interface Peers {

	/** Tells them; does not wait, and does not fail. */
	void tell(Change change);

}
