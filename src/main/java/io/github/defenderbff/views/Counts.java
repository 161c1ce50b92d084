package io.github.defenderbff.views;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * How many rows have which value.
 *
 * @param by for each property how many rows have each of its values
 * @param counted how many rows there were
 * @param complete whether these were all there are
 */
record Counts(Map<String, Map<String, Long>> by, int counted, boolean complete) {

	static Summary by(String... properties) {
		return new Summary(Counts.class, (rows, complete) -> {
			var by = new LinkedHashMap<String, Map<String, Long>>();
			List.of(properties).forEach((property) -> by.put(property, count(rows, property)));
			return new Counts(by, rows.size(), complete);
		});
	}

	private static Map<String, Long> count(List<JsonNode> rows, String property) {
		return rows.stream()
			.collect(Collectors.groupingBy((row) -> row.path(property).asString("Unknown"), TreeMap::new,
					Collectors.counting()));
	}

}
