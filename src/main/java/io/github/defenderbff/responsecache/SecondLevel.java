package io.github.defenderbff.responsecache;

import org.jspecify.annotations.Nullable;

/**
 * A store behind this cache that all replicas share: what one of them was told, the
 * others need not ask Defender for. What a change made out of date is never found there,
 * once {@link Peers} were told of it. None of its methods fails, or waits for long.
 */
public interface SecondLevel {

	/** There is no such store. */
	SecondLevel NONE = new SecondLevel() {

		@Override
		public Found find(Key key, Tags tags) {
			return Found.NOTHING;
		}

		@Override
		public void forget(Key key) {
		}

	};

	/**
	 * Looks for an answer that is fresh; to be asked before Defender is.
	 * @param tags what makes it out of date
	 */
	Found find(Key key, Tags tags);

	/** Forgets one answer. */
	void forget(Key key);

	/**
	 * What was found.
	 *
	 * @param answer the answer, which is fresh; null where there is none
	 * @param place where to put a newer one
	 */
	record Found(@Nullable StoredAnswer answer, Place place) {

		/** Nothing is there, and nothing can be put there. */
		public static final Found NOTHING = new Found(null, (_) -> {
		});

	}

	/** Where an answer belongs that Defender gives after this was handed out. */
	@FunctionalInterface
	interface Place {

		/**
		 * Stores the answer; if something it shows has changed since this was handed out,
		 * nobody will find it.
		 */
		void put(StoredAnswer answer);

	}

}
