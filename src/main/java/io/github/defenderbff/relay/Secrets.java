package io.github.defenderbff.relay;

import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Takes out of an answer what nobody should read, and makes its links usable. */
final class Secrets {

	private static final String ODATA = "@odata.";

	private static final Pattern LINK = Pattern.compile("\\s*(?:[a-z][a-z0-9+.-]*:)?//", Pattern.CASE_INSENSITIVE);

	private final JsonMapper json;

	Secrets(JsonMapper json) {
		this.json = JsonText.exact(json);
	}

	/**
	 * The answer without the credentials in it, and with other links.
	 * @param special what is special about it
	 * @param links gives the link that stands for one of Defender's
	 * @throws UpstreamFailure if it cannot be read: then nobody knows what is in it
	 */
	byte[] hide(byte[] answer, Operation.Answer special, UnaryOperator<String> links) {
		if (answer.length == 0) {
			return answer;
		}
		try {
			var read = this.json.readTree(answer);
			var tree = special.signedLinks() ? replaced(read, links) : read;
			redact(tree, special.credentials());
			return this.json.writeValueAsBytes(tree);
		}
		catch (JacksonException _) {
			throw JsonText.incomplete();
		}
	}

	/** Whatever could be a link is one, but for what OData says of the answer itself. */
	private static void replace(JsonNode tree, UnaryOperator<String> links) {
		switch (tree) {
			case ObjectNode object -> object.propertyNames()
				.stream()
				.filter((name) -> !name.startsWith(ODATA))
				.toList()
				.forEach((name) -> object.set(name, replaced(object.path(name), links)));
			case ArrayNode array -> {
				for (var index = 0; index < array.size(); index++) {
					array.set(index, replaced(array.path(index), links));
				}
			}
			default -> {
			}
		}
	}

	private static JsonNode replaced(JsonNode value, UnaryOperator<String> links) {
		if (!value.isString()) {
			replace(value, links);
			return value;
		}
		var link = unquoted(value.stringValue());
		return LINK.matcher(link).lookingAt() ? StringNode.valueOf(links.apply(link)) : value;
	}

	/** Defender's link to a package comes in quotes of its own. */
	private static String unquoted(String text) {
		return (text.length() > 2 && text.startsWith("\"") && text.endsWith("\""))
				? text.substring(1, text.length() - 1) : text;
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
