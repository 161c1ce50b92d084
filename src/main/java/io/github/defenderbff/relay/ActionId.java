package io.github.defenderbff.relay;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Finds the id of the machine action that carries out a change, in Defender's answer. */
final class ActionId {

	/** Operations that are about these answer with one. */
	private static final String ACTIONS = "machineActions";

	/** Defender's ids are UUIDs; nothing else that it might say gets into the audit. */
	private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,64}");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private ActionId() {
	}

	/** The id; null where the answer is another, or cannot be read. */
	static @Nullable String in(Payload<?> payload, Operation operation) {
		var held = payload.held();
		if (held == null || !operation.about().contains(ACTIONS)) {
			return null;
		}
		try (var parser = JSON.createParser(held)) {
			var id = id(parser);
			return (id != null && ID.matcher(id).matches()) ? id : null;
		}
		catch (JacksonException _) {
			return null;
		}
	}

	/** Looks at the outermost object only, and no further than the id. */
	private static @Nullable String id(JsonParser parser) {
		if (parser.nextToken() != JsonToken.START_OBJECT) {
			return null;
		}
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			var isId = "id".equals(parser.currentName());
			var value = parser.nextToken();
			if (isId) {
				return (value == JsonToken.VALUE_STRING) ? parser.getString() : null;
			}
			parser.skipChildren();
		}
		return null;
	}

}
