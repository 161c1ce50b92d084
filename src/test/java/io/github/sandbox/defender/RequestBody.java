package io.github.sandbox.defender;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/** The JSON object a state change sends; property names are case-sensitive. */
record RequestBody(JsonNode json) {

	static RequestBody of(byte[] bytes) {
		return of(Json.read((bytes.length == 0) ? new byte[] { '{', '}' } : bytes));
	}

	static RequestBody of(JsonNode json) {
		if (!json.isObject()) {
			throw invalid("Request body is not an object.");
		}
		return new RequestBody(json);
	}

	/** Refuses any other property, such as one in the wrong case. */
	void allowOnly(String... names) {
		List<String> allowed = Arrays.asList(names);
		this.json.propertyNames().stream().filter((name) -> !allowed.contains(name)).findFirst().ifPresent((name) -> {
			throw invalid("Unknown property '%s'.".formatted(name));
		});
	}

	String required(String name) {
		return text(name).filter((text) -> !text.isBlank()).orElseThrow(() -> Refusal.missingParameter(name));
	}

	String required(String name, Set<String> allowed) {
		return oneOf(name, allowed).orElseThrow(() -> Refusal.missingParameter(name));
	}

	Optional<String> text(String name) {
		return property(name).map((value) -> {
			if (!value.isString()) {
				throw invalid("Property '%s' is not a string.".formatted(name));
			}
			return value.stringValue();
		});
	}

	Optional<Boolean> flag(String name) {
		return property(name).map((value) -> {
			if (!value.isBoolean()) {
				throw invalid("Property '%s' is not a boolean.".formatted(name));
			}
			return value.booleanValue();
		});
	}

	Optional<String> oneOf(String name, Set<String> allowed) {
		Optional<String> value = text(name);
		if (value.isPresent() && !allowed.contains(value.get())) {
			throw Refusal.badRequest("InvalidInput", "'%s' is not a value of '%s'.".formatted(value.get(), name));
		}
		return value;
	}

	Optional<List<String>> texts(String name) {
		return objects(name).map((values) -> values.stream().map((value) -> {
			if (!value.isString()) {
				throw invalid("Property '%s' is not a list of strings.".formatted(name));
			}
			return value.stringValue();
		}).toList());
	}

	Optional<List<JsonNode>> objects(String name) {
		return property(name).map((value) -> {
			if (!value.isArray()) {
				throw invalid("Property '%s' is not a list.".formatted(name));
			}
			return List.copyOf(value.values());
		});
	}

	private Optional<JsonNode> property(String name) {
		return this.json.optional(name).filter((value) -> !value.isNull());
	}

	private static Refusal invalid(String message) {
		return Refusal.badRequest("InvalidRequestBody", message);
	}

}
