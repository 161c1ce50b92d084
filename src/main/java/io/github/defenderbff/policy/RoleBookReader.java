package io.github.defenderbff.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

import io.github.defenderbff.policy.RoleBookFile.Content;
import org.yaml.snakeyaml.nodes.Node;

import static io.github.defenderbff.policy.Mistakes.quoted;

/** Reads a role book, and finds everything that is wrong with it at once. */
final class RoleBookReader {

	private static final List<String> KEYS = List.of("roles", "device-groups", "directory-roles");

	private final Mistakes mistakes;

	private RoleBookReader(Mistakes mistakes) {
		this.mistakes = mistakes;
	}

	/**
	 * Reads what stands in a file.
	 * @param file the file's name, for the mistakes
	 */
	static Reading read(String file, Content content) {
		var mistakes = new Mistakes(file);
		var book = switch (content) {
			case Content.Text(var text) -> {
				var root = YamlDocument.root(text, mistakes);
				yield (root != null) ? new RoleBookReader(mistakes).book(root) : RoleBook.NONE;
			}
			case Content.Unreadable(var why) -> {
				mistakes.add(why);
				yield RoleBook.NONE;
			}
		};
		return mistakes.none() ? new Reading.Sound(book) : new Reading.Broken(mistakes.told());
	}

	private RoleBook book(Node root) {
		var entry = YamlEntry.of("the role book", KEYS, root, this.mistakes);
		if (entry == null) {
			return RoleBook.NONE;
		}
		var roles = roles(entry, builtIn(entry));
		var deviceGroups = new DeviceGroupReader(this.mistakes);
		var groups = entry.items("device-groups").stream().map(deviceGroups::read).filter(Objects::nonNull).toList();
		return new RoleBook(roles, groups);
	}

	/** What follows from the permission model; nothing unless it is stated. */
	private List<Role> builtIn(YamlEntry entry) {
		var word = entry.word("directory-roles");
		if (word == null) {
			return List.of();
		}
		return PermissionModel.named(word.text()).map(PermissionModel::roles).orElseGet(() -> {
			this.mistakes.at(word.node(), () -> "%s has the directory-roles %s; write %s.".formatted(entry.title(),
					quoted(word.text()), String.join(", ", PermissionModel.names())));
			return List.of();
		});
	}

	private List<Role> roles(YamlEntry entry, List<Role> builtIn) {
		var items = entry.items("roles");
		if (items.isEmpty() && !entry.has("directory-roles") && (!entry.has("roles") || entry.isEmptyList("roles"))) {
			this.mistakes.at(entry.node(), () -> "the role book has no roles; write the portal's roles under roles.");
		}
		var reader = new RoleReader(this.mistakes);
		var entries = new LinkedHashMap<String, RoleEntry>();
		items.stream().map(reader::read).filter(Objects::nonNull).forEach((role) -> {
			if (isBuiltIn(role, builtIn) || entries.putIfAbsent(role.name(), role) != null) {
				this.mistakes.at(role.word().node(),
						() -> "a role before this one has the name %s too; every role has its own."
							.formatted(quoted(role.name())));
			}
		});
		var roles = new ArrayList<>(new Inclusions(entries.values(), builtIn, this.mistakes).roles());
		roles.addAll(builtIn);
		return roles;
	}

	private static boolean isBuiltIn(RoleEntry entry, List<Role> builtIn) {
		return builtIn.stream().anyMatch((role) -> role.name().equals(entry.name()));
	}

}
