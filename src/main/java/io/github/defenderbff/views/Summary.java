package io.github.defenderbff.views;

import java.util.List;
import java.util.function.BiFunction;

import tools.jackson.databind.JsonNode;

/**
 * Sums up a list of Defender's, for screens that do not show its rows.
 *
 * @param type what comes of it, which is written as JSON
 * @param how makes it of the rows, and of whether there are no others
 */
record Summary(Class<?> type, BiFunction<List<JsonNode>, Boolean, Object> how) {

	Object of(List<JsonNode> rows, boolean complete) {
		return this.how.apply(rows, complete);
	}

}
