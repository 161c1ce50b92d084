package io.github.defenderbff.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import static io.github.defenderbff.policy.Mistakes.quoted;

/** Reads the Entra groups and directory roles that an entry names. */
final class EntraIds {

	private static final Pattern GUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

	private EntraIds() {
	}

	/** The object ids under {@code groups}. */
	static List<String> groups(YamlEntry entry, Mistakes mistakes) {
		var ids = new ArrayList<String>();
		for (var word : entry.words("groups")) {
			if (isGuid(word)) {
				ids.add(lower(word));
			}
			else {
				mistakes.at(word.node(),
						() -> "%s has the group %s, which is no id; write the Object ID that Entra shows for the group."
							.formatted(entry.title(), quoted(word.text())));
			}
		}
		return ids;
	}

	/** The template ids under {@code directory-roles}. */
	static List<String> directoryRoles(YamlEntry entry, Mistakes mistakes) {
		var ids = new ArrayList<String>();
		for (var word : entry.words("directory-roles")) {
			EntraRole.named(word.text()).ifPresentOrElse((role) -> ids.add(role.templateId()), () -> {
				if (isGuid(word)) {
					ids.add(lower(word));
				}
				else {
					mistakes.at(word.node(), () -> unknown(entry, word.text()));
				}
			});
		}
		return ids;
	}

	private static String unknown(YamlEntry entry, String name) {
		return "%s has the directory role %s, which is not known; %s".formatted(entry.title(), quoted(name),
				Suggestion.closest(name, EntraRole.titles())
					.map((meant) -> "did you mean \"" + meant + "\"?")
					.orElse("write its template id, or one of " + String.join(", ", EntraRole.titles()) + "."));
	}

	private static boolean isGuid(YamlWord word) {
		return GUID.matcher(word.text()).matches();
	}

	private static String lower(YamlWord word) {
		return word.text().toLowerCase(Locale.ROOT);
	}

}
