package io.github.defenderbff.policy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

import static io.github.defenderbff.policy.Mistakes.quoted;

/** Reads device groups, of which no two share a name or a rank. */
final class DeviceGroupReader {

	private static final List<String> KEYS = List.of("name", "rank", "groups");

	private final Mistakes mistakes;

	private final Set<String> names = new HashSet<>();

	private final Map<Integer, String> byRank = new HashMap<>();

	DeviceGroupReader(Mistakes mistakes) {
		this.mistakes = mistakes;
	}

	/** The device group; null when it cannot be told which one it is. */
	@Nullable DeviceGroup read(Node node) {
		var entry = YamlEntry.of("a device group", KEYS, node, this.mistakes);
		if (entry == null) {
			return null;
		}
		var name = entry.required("name", "write name: and what the portal calls it.");
		var rank = rank(entry);
		var groups = EntraIds.groups(entry, this.mistakes);
		if (name == null || isKnown(name)) {
			return null;
		}
		return (rank != null) ? new DeviceGroup(name.text(), rank, groups) : null;
	}

	private boolean isKnown(YamlWord name) {
		if (this.names.add(name.text())) {
			return false;
		}
		this.mistakes.at(name.node(),
				() -> "a device group before this one has the name %s too; every group has its own."
					.formatted(quoted(name.text())));
		return true;
	}

	private @Nullable Integer rank(YamlEntry entry) {
		var word = entry.required("rank", "write rank: and the number that the portal shows, 1 for the highest.");
		if (word == null) {
			return null;
		}
		if (!word.text().matches("[1-9]\\d{0,8}")) {
			this.mistakes.at(word.node(), () -> "%s has the rank %s; ranks are whole numbers from 1."
				.formatted(entry.title(), quoted(word.text())));
			return null;
		}
		var rank = Integer.valueOf(word.text());
		var other = this.byRank.putIfAbsent(rank, entry.title());
		if (other != null) {
			this.mistakes.at(word.node(), () -> "%s has the rank %d, as %s has; every group has its own."
				.formatted(entry.title(), rank, other));
		}
		return rank;
	}

}
