package io.github.defenderbff.responsecache;

import java.util.Collections;
import java.util.Set;

import io.github.defenderbff.signin.Subject;
import org.jspecify.annotations.Nullable;

/** Something that makes stored answers out of date. */
public sealed interface Change {

	/** Whether an answer with these tags is out of date now. */
	boolean touches(Tags tags);

	/**
	 * Something was changed in Defender.
	 *
	 * @param entities the entities it may show in
	 * @param machine the one machine it was done to, in small letters; null where it may
	 * have been any
	 */
	record InDefender(Set<String> entities, @Nullable String machine) implements Change {

		public InDefender {
			entities = Set.copyOf(entities);
		}

		@Override
		public boolean touches(Tags tags) {
			return !Collections.disjoint(this.entities, tags.about())
					&& (this.machine == null || tags.machine() == null || this.machine.equals(tags.machine()));
		}

	}

	/**
	 * Somebody signed in or out, has another grant, or was challenged.
	 *
	 * @param subject whose answers are to be forgotten, those that others share included
	 */
	record OfSubject(Subject subject) implements Change {

		@Override
		public boolean touches(Tags tags) {
			return this.subject.equals(tags.askedBy());
		}

	}

	/** What people may do changed for all of them, or changes may have been missed. */
	record OfEverything() implements Change {

		@Override
		public boolean touches(Tags tags) {
			return true;
		}

	}

}
