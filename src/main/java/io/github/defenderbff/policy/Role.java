package io.github.defenderbff.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.defenderbff.signin.DirectoryRoles;
import io.github.defenderbff.signin.Evidence;
import io.github.defenderbff.signin.Groups;

/**
 * A role of the portal.
 *
 * @param name the role's name
 * @param privileges what it grants
 * @param groups object ids of the Entra groups that hold it
 * @param directoryRoles template ids of the Entra directory roles that hold it
 * @param everyDevice whether holders see every device whatever its group
 */
record Role(String name, Set<Privilege> privileges, List<String> groups, List<String> directoryRoles,
		boolean everyDevice) {

	Role {
		privileges = Set.copyOf(privileges);
		groups = List.copyOf(groups);
		directoryRoles = List.copyOf(directoryRoles);
	}

	/** The same role, held by one more group. */
	Role alsoHeldBy(String group) {
		return new Role(this.name, this.privileges, Stream.concat(this.groups.stream(), Stream.of(group)).toList(),
				this.directoryRoles, this.everyDevice);
	}

	boolean grantsAny(List<Privilege> anyOf) {
		for (var privilege : anyOf) {
			if (this.privileges.contains(privilege)) {
				return true;
			}
		}
		return false;
	}

	/** Whether the person holds this role, by a group or by a directory role. */
	Answer heldBy(Evidence evidence) {
		if ((evidence.groups() instanceof Groups.Known known && known.anyOf(this.groups))
				|| (evidence.directoryRoles() instanceof DirectoryRoles.Known roles
						&& roles.anyOf(this.directoryRoles))) {
			return Answer.yes();
		}
		if (!this.groups.isEmpty() && evidence.groups() instanceof Groups.Unknown(var why)) {
			return new Answer.Unknown(why);
		}
		return (!this.directoryRoles.isEmpty() && evidence.directoryRoles() instanceof DirectoryRoles.Unknown(var why))
				? new Answer.Unknown(why) : Answer.no();
	}

}
