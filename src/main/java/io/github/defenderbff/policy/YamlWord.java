package io.github.defenderbff.policy;

import org.yaml.snakeyaml.nodes.Node;

/**
 * A word of the role book and where it stands.
 *
 * @param text the word as it is written
 * @param node its place
 */
record YamlWord(String text, Node node) {

}
