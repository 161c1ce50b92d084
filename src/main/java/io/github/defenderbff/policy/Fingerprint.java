package io.github.defenderbff.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Tells role books apart: the same for those that say the same, in all processes. */
final class Fingerprint {

	private Fingerprint() {
	}

	static String of(Collection<Role> roles, Collection<DeviceGroup> deviceGroups) {
		var text = Stream.concat(roles.stream().map(Fingerprint::text), deviceGroups.stream().map(Fingerprint::text))
			.sorted()
			.toList();
		try {
			var digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)), 0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String text(Role role) {
		return List
			.of("role", quoted(role.name()), role.privileges().stream().sorted().toList(), all(role.groups()),
					all(role.directoryRoles()), role.everyDevice())
			.toString();
	}

	private static String text(DeviceGroup group) {
		return List.of("group", quoted(group.name()), group.rank(), all(group.groups())).toString();
	}

	private static List<String> all(List<String> names) {
		return names.stream().sorted().map(Fingerprint::quoted).toList();
	}

	/** With its length, so that no two lists of names read alike. */
	private static String quoted(String name) {
		return name.length() + ":" + name;
	}

}
