package io.github.defenderbff.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

import static io.github.defenderbff.policy.Mistakes.quoted;

/** Reads one role. */
final class RoleReader {

	private static final List<String> KEYS = List.of("name", "includes", "privileges", "groups", "directory-roles",
			"every-device");

	/** Permissions the portal shows that no operation asks for. */
	private static final Set<String> WITHOUT_EFFECT = Set.of("file collection (manage)", "detection tuning (manage)",
			"secure score (read)", "secure score (manage)", "core security settings (read)", "system settings (read)",
			"system setting (read)", "authorization (read)", "exposure management (read)",
			"exposure management (manage)", "email & collaboration metadata (read)",
			"email & collaboration content (read)", "email quarantine (manage)", "email advanced actions (manage)",
			"manage endpoint security settings in microsoft intune");

	private final Mistakes mistakes;

	RoleReader(Mistakes mistakes) {
		this.mistakes = mistakes;
	}

	/** The role; null when it is none or has no name. */
	@Nullable RoleEntry read(Node node) {
		var entry = YamlEntry.of("a role", KEYS, node, this.mistakes);
		if (entry == null) {
			return null;
		}
		var name = entry.required("name", "write name: and what the portal calls it.");
		var includes = entry.words("includes");
		var privileges = privileges(entry);
		if (isEmpty(entry, "privileges") && isEmpty(entry, "includes")) {
			this.mistakes.at(node,
					() -> entry.title() + " grants nothing; write its privileges, or a role under includes.");
		}
		var groups = EntraIds.groups(entry, this.mistakes);
		var directoryRoles = EntraIds.directoryRoles(entry, this.mistakes);
		var everyDevice = entry.flag("every-device");
		return (name != null)
				? new RoleEntry(new Role(name.text(), privileges, groups, directoryRoles, everyDevice), includes, name)
				: null;
	}

	private static boolean isEmpty(YamlEntry entry, String key) {
		return !entry.has(key) || entry.isEmptyList(key);
	}

	private Set<Privilege> privileges(YamlEntry entry) {
		var privileges = EnumSet.noneOf(Privilege.class);
		for (var word : entry.words("privileges")) {
			var privilege = Privilege.named(word.text());
			privilege.ifPresent(privileges::add);
			if (privilege.isEmpty() && !WITHOUT_EFFECT.contains(lastStep(word.text()))) {
				this.mistakes.at(word.node(), () -> unknown(entry, word.text()));
			}
		}
		return privileges;
	}

	/** The portal shows unified permissions as paths. */
	private static String lastStep(String path) {
		return path.substring(path.lastIndexOf('\\') + 1).strip().toLowerCase(Locale.ROOT);
	}

	private static String unknown(YamlEntry entry, String privilege) {
		return "%s has the privilege %s, which Defender does not know; %s".formatted(entry.title(), quoted(privilege),
				Suggestion.closest(privilege, Privilege.allNames())
					.map((meant) -> "did you mean \"" + meant + "\"?")
					.orElse("write it as docs/role-book.md lists it."));
	}

}
