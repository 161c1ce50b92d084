package io.github.defenderbff.policy;

import java.util.List;
import java.util.Set;

/**
 * A role as it stands in the file.
 *
 * @param role the role without what it includes
 * @param includes the names of the roles that it includes
 * @param word its name, and where it stands
 */
record RoleEntry(Role role, List<YamlWord> includes, YamlWord word) {

	RoleEntry {
		includes = List.copyOf(includes);
	}

	String name() {
		return this.role.name();
	}

	Role granting(Set<Privilege> privileges) {
		return new Role(this.role.name(), privileges, this.role.groups(), this.role.directoryRoles(),
				this.role.everyDevice());
	}

}
