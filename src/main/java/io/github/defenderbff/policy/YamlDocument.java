package io.github.defenderbff.policy;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads text as one YAML document, as far as nodes that know their place. */
final class YamlDocument {

	/** A role book has four levels. */
	private static final int NESTING = 20;

	private static final int ALIASES = 50;

	private YamlDocument() {
	}

	/** The document's root; null when it cannot be used, and then a mistake says why. */
	static @Nullable Node root(String text, Mistakes mistakes) {
		try {
			return only(new Yaml(limits(text)).composeAll(new StringReader(text)).iterator(), mistakes);
		}
		catch (MarkedYAMLException ex) {
			var sentence = "this is not YAML: %s.".formatted(Mistakes.oneLine(ex.getProblem()));
			if (ex.getProblemMark() != null) {
				mistakes.at(ex.getProblemMark(), sentence);
			}
			else {
				mistakes.add(sentence);
			}
		}
		catch (ReaderException ex) {
			mistakes.at(text, text.indexOf(ex.getCodePoint()),
					"this is not YAML: it has the character U+%04X; take it out.".formatted(ex.getCodePoint()));
		}
		catch (YAMLException ex) {
			mistakes.add("this YAML cannot be read: %s; write it out plainly."
				.formatted(Mistakes.oneLine(String.valueOf(ex.getMessage()))));
		}
		return null;
	}

	private static LoaderOptions limits(String text) {
		var limits = new LoaderOptions();
		limits.setCodePointLimit(text.length() + 1);
		limits.setNestingDepthLimit(NESTING);
		limits.setMaxAliasesForCollections(ALIASES);
		return limits;
	}

	private static @Nullable Node only(Iterator<Node> documents, Mistakes mistakes) {
		var root = documents.hasNext() ? documents.next() : null;
		if (root == null || Tag.NULL.equals(root.getTag())) {
			mistakes.add("the file is empty; write the roles, or set no policy.role-book.");
			return null;
		}
		if (documents.hasNext()) {
			mistakes.at(documents.next(), () -> "here begins a second YAML document; take out the line --- before it.");
			return null;
		}
		return isFinite(root, mistakes) ? root : null;
	}

	/** An anchor may contain its own alias, and then has no end. */
	private static boolean isFinite(Node root, Mistakes mistakes) {
		var seen = Collections.newSetFromMap(new IdentityHashMap<Node, Boolean>());
		var open = new ArrayDeque<Node>(List.of(root));
		while (!open.isEmpty()) {
			var node = open.pop();
			if (node.isTwoStepsConstruction()) {
				mistakes.at(node, () -> "this YAML anchor contains itself; write out what is meant.");
				return false;
			}
			if (seen.add(node)) {
				children(node).forEach(open::push);
			}
		}
		return true;
	}

	private static Iterable<Node> children(Node node) {
		return switch (node) {
			case SequenceNode sequence -> sequence.getValue();
			case MappingNode mapping -> mapping.getValue()
				.stream()
				.flatMap((tuple) -> Stream.of(tuple.getKeyNode(), tuple.getValueNode()))
				.toList();
			default -> List.of();
		};
	}

}
