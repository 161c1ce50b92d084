package io.github.defenderbff.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

import static io.github.defenderbff.policy.Mistakes.quoted;

/** A mapping of the role book: a role, a device group, or the whole. */
final class YamlEntry {

	private final String title;

	private final MappingNode node;

	private final Mistakes mistakes;

	private final Map<String, Node> values = new LinkedHashMap<>();

	private YamlEntry(String kind, MappingNode node, Mistakes mistakes) {
		this.title = title(kind, node);
		this.node = node;
		this.mistakes = mistakes;
	}

	/**
	 * Reads a mapping and complains of keys that are unknown or stand twice.
	 * @param kind what it is with its article, such as "a role"
	 * @return null when it is no mapping
	 */
	static @Nullable YamlEntry of(String kind, List<String> keys, Node node, Mistakes mistakes) {
		if (node instanceof MappingNode mapping) {
			var entry = new YamlEntry(kind, mapping, mistakes);
			mapping.getValue().forEach((tuple) -> entry.add(tuple, keys));
			return entry;
		}
		mistakes.at(node, () -> kind + " must have keys and values, such as " + keys.getFirst() + ": ….");
		return null;
	}

	private static String title(String kind, MappingNode node) {
		return node.getValue()
			.stream()
			.filter((tuple) -> "name".equals(text(tuple.getKeyNode())))
			.map((tuple) -> text(tuple.getValueNode()))
			.filter(Objects::nonNull)
			.findFirst()
			.map((name) -> kind.replaceFirst("^a ", "the ") + " " + quoted(name))
			.orElse(kind);
	}

	private void add(NodeTuple tuple, List<String> keys) {
		var key = text(tuple.getKeyNode());
		if (key == null) {
			this.mistakes.at(tuple.getKeyNode(),
					() -> "%s has a key that is no word; %s".formatted(this.title, are(keys)));
		}
		else if (!keys.contains(key)) {
			this.mistakes.at(tuple.getKeyNode(), () -> "%s has the key %s, which is unknown; %s".formatted(this.title,
					quoted(key),
					Suggestion.closest(key, keys).map((meant) -> "did you mean \"" + meant + "\"?").orElse(are(keys))));
		}
		else if (this.values.putIfAbsent(key, tuple.getValueNode()) != null) {
			this.mistakes.at(tuple.getKeyNode(),
					() -> "%s has the key %s twice; keep one of the two.".formatted(this.title, quoted(key)));
		}
	}

	private static String are(List<String> keys) {
		return "the keys are " + String.join(", ", keys) + ".";
	}

	/** What it is, within a sentence. */
	String title() {
		return this.title;
	}

	Node node() {
		return this.node;
	}

	boolean has(String key) {
		return this.values.containsKey(key);
	}

	boolean isEmptyList(String key) {
		return this.values.get(key) instanceof SequenceNode list && list.getValue().isEmpty();
	}

	/** The word of the key; null when there is none. */
	@Nullable YamlWord word(String key) {
		var value = this.values.get(key);
		return (value != null) ? word(key, value) : null;
	}

	/** The word of a key that must be there. */
	@Nullable YamlWord required(String key, String cure) {
		if (!has(key)) {
			this.mistakes.at(this.node, () -> "%s has no %s; %s".formatted(this.title, key, cure));
		}
		return word(key);
	}

	/** The words of the key's list; empty when there are none. */
	List<YamlWord> words(String key) {
		var words = new ArrayList<YamlWord>();
		for (var each : items(key)) {
			var word = word(key, each);
			if (word != null) {
				words.add(word);
			}
		}
		return words;
	}

	private @Nullable YamlWord word(String key, Node value) {
		var text = text(value);
		if (text == null) {
			this.mistakes.at(value, () -> "%s of %s must be a word or phrase here.".formatted(quoted(key), this.title));
			return null;
		}
		return new YamlWord(text, value);
	}

	/** The items of the key's list; empty when there are none. */
	List<Node> items(String key) {
		return switch (this.values.get(key)) {
			case null -> List.of();
			case SequenceNode sequence -> sequence.getValue();
			case Node other -> {
				this.mistakes.at(other,
						() -> "%s of %s must be a list; begin each item with a dash on a line of its own."
							.formatted(quoted(key), this.title));
				yield List.of();
			}
		};
	}

	/** The answer of a key that is false unless it says true. */
	boolean flag(String key) {
		var word = word(key);
		if (word == null || "false".equalsIgnoreCase(word.text())) {
			return false;
		}
		if (!"true".equalsIgnoreCase(word.text())) {
			this.mistakes.at(word.node(), () -> "%s of %s must be true or false.".formatted(quoted(key), this.title));
		}
		return true;
	}

	private static @Nullable String text(Node node) {
		return (node instanceof ScalarNode scalar && !Tag.NULL.equals(scalar.getTag()) && !scalar.getValue().isBlank())
				? scalar.getValue().strip() : null;
	}

}
