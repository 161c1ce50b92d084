package io.github.sandbox.defender;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** How the API reads and writes JSON. */
final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.build();

	private Json() {
	}

	static String write(@Nullable Object value) {
		return MAPPER.writeValueAsString(value);
	}

	static byte[] bytes(@Nullable Object value) {
		return MAPPER.writeValueAsBytes(value);
	}

	static JsonNode read(byte[] bytes) {
		try {
			return MAPPER.readTree(bytes);
		}
		catch (JacksonException _) {
			throw Refusal.badRequest("InvalidRequestBody", "Request body is incorrect.");
		}
	}

}
