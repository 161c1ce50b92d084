package io.github.sandbox.defender;

import java.util.List;
import java.util.Optional;

/** What a handler found, before query options and JSON. */
sealed interface Answer {

	static Answer found(Entity entity, String set) {
		return new One(200, entity, set);
	}

	static Answer created(Entity entity, String set) {
		return new One(201, entity, set);
	}

	/** One object of an entity set. */
	record One(int status, Entity entity, String set) implements Answer {

	}

	/**
	 * A collection that the query options may narrow; Defender hides an empty device list
	 * behind 404.
	 */
	record Rows(List<Entity> rows, String set, boolean mayBeEmpty) implements Answer {

		Rows(List<Entity> rows, String set) {
			this(rows, set, true);
		}

		public Rows {
			rows = List.copyOf(rows);
		}

	}

	/** A collection that no query option narrows. */
	record Values(List<?> values, String set) implements Answer {

		public Values {
			values = List.copyOf(values);
		}

	}

	/** A part of a collection and the token that fetches the next, if there is one. */
	record Page(List<Entity> rows, String set, Optional<String> skipToken) implements Answer {

		public Page {
			rows = List.copyOf(rows);
		}

	}

	/** How many rows match the filter. */
	record Count(List<Entity> rows) implements Answer {

		public Count {
			rows = List.copyOf(rows);
		}

	}

	/** A single string. */
	record Text(String value) implements Answer {

	}

	/** A body that is written as it is made, in a shape of its own. */
	record Streamed(StreamedBody body) implements Answer {

	}

	/** Success: what was named is gone. */
	record Deleted() implements Answer {

	}

	/** Success without content. */
	record Nothing() implements Answer {

	}

}
