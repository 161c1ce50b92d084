package io.github.defenderbff.relay;

import java.util.Locale;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes out of an answer what nobody should read, and makes its links usable. */
final class Secrets {

	private static final String VALUE = "value";

	private final JsonMapper json;

	Secrets(JsonMapper json) {
		this.json = json.rebuild()
			.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
			.build();
	}

	/**
	 * The answer without the credentials in it, and with plain links.
	 * @throws UpstreamFailure if it cannot be read: then nobody knows what is in it
	 */
	byte[] hide(byte[] answer, Operation.Answer special) {
		if (answer.length == 0) {
			return answer;
		}
		try {
			var tree = this.json.readTree(answer);
			if (special.signedLinks() && tree instanceof ObjectNode object) {
				unquote(object);
			}
			redact(tree, special.credentials());
			return this.json.writeValueAsBytes(tree);
		}
		catch (JacksonException _) {
			throw JsonText.incomplete();
		}
	}

	/** Defender's link to a package comes in quotes of its own. */
	private static void unquote(ObjectNode object) {
		var link = object.path(VALUE).stringValue("");
		if (link.length() > 2 && link.startsWith("\"") && link.endsWith("\"")) {
			object.put(VALUE, link.substring(1, link.length() - 1));
		}
	}

	private static void redact(JsonNode tree, Set<String> credentials) {
		if (tree instanceof ObjectNode object) {
			object.propertyNames()
				.stream()
				.filter((name) -> credentials.contains(name.toLowerCase(Locale.ROOT)))
				.toList()
				.forEach(object::putNull);
		}
		tree.valueStream().forEach((child) -> redact(child, credentials));
	}

}
