package io.github.sandbox.defender;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks that a JSON object has all properties of its entity, no others, and their types.
 */
final class DocumentedShape {

	private static final String COLLECTION = "Collection(";

	private DocumentedShape() {
	}

	static void check(JsonNode object, String entity) {
		check(object, entity, names(entity));
	}

	/** With names that differ from the entity's because the catalogue's notes say so. */
	static void check(JsonNode object, String entity, Set<String> names) {
		assertThat(object.propertyNames()).as(entity).containsExactlyInAnyOrderElementsOf(names);
		CatalogueRow.properties(entity).forEach((property) -> {
			String name = property.path("name").stringValue();
			JsonNode value = object.path(name);
			if (!value.isMissingNode() && !value.isNull()) {
				check(name, value, property.path("type").stringValue());
			}
		});
	}

	static Set<String> names(String entity) {
		return CatalogueRow.properties(entity)
			.valueStream()
			.map((property) -> property.path("name").stringValue())
			.collect(Collectors.toSet());
	}

	private static void check(String name, JsonNode value, String type) {
		if (type.startsWith(COLLECTION)) {
			assertThat(value.isArray()).as(name).isTrue();
			String element = type.substring(COLLECTION.length(), type.length() - 1);
			value.forEach((item) -> check(name, item, element));
			return;
		}
		switch (type) {
			case "Boolean" -> assertThat(value.isBoolean()).as(name).isTrue();
			case "Int", "Long" -> assertThat(value.isIntegralNumber()).as(name).isTrue();
			case "Double" -> assertThat(value.isNumber()).as(name).isTrue();
			case "Object" -> assertThat(value.isObject()).as(name).isTrue();
			case "String", "Enum" -> assertThat(value.isString()).as(name).isTrue();
			case "DateTime", "DateTimeOffset" -> assertThat(value.stringValue()).as(name).matches("\\d{4}-.*T.*Z");
			default -> check(value, type, nested(name, type));
		}
	}

	/** A scanner within a definition has another name for its name. */
	private static Set<String> nested(String name, String type) {
		Set<String> names = new HashSet<>(names(type));
		if (name.equals("scannerAgent")) {
			names.remove("computerDnsName");
			names.add("machineName");
		}
		return names;
	}

}
