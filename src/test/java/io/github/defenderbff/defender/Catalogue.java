package io.github.defenderbff.defender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.NullMarked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.io.ClassPathResource;

/** The catalogue of Defender's documentation. */
@NullMarked
final class Catalogue {

	/** Described in the notes of {@code machines.alerts} only, so it has no row. */
	static final String COUNT = "machines.alertsCount";

	private static final JsonNode ENDPOINTS_A = read("endpoints-a");

	private static final JsonNode ENDPOINTS_B = read("endpoints-b");

	private Catalogue() {
	}

	/** Every row, one for each documented operation. */
	static Stream<JsonNode> rows() {
		return Stream.concat(firstRows(), ENDPOINTS_B.valueStream());
	}

	/** The rows of the first part. */
	static Stream<JsonNode> firstRows() {
		return ENDPOINTS_A.valueStream();
	}

	static JsonNode row(Declared declared) {
		return COUNT.equals(declared.id()) ? count() : row(declared.id());
	}

	private static JsonNode row(String id) {
		return rows().filter((row) -> id.equals(row.get("id").asString())).findFirst().orElseThrow();
	}

	private static JsonNode count() {
		var alerts = (ObjectNode) row("machines.alerts").deepCopy();
		return alerts.put("path", alerts.get("path").asString() + "/$count").put("returns", "Long");
	}

	/** The texts of an array; none where there is no array. */
	static List<String> texts(JsonNode array) {
		return array.valueStream().map(JsonNode::asString).toList();
	}

	/** The names of a row's parameters in that place. */
	static Set<String> params(JsonNode row, String where) {
		return row.get("params")
			.valueStream()
			.filter((param) -> where.equals(param.get("in").asString()))
			.map((param) -> param.get("name").asString())
			.collect(Collectors.toSet());
	}

	/** A file of the catalogue. */
	static JsonNode read(String name) {
		try (var json = new ClassPathResource("catalogue/" + name + ".json").getInputStream()) {
			return JsonMapper.shared().readTree(json);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
