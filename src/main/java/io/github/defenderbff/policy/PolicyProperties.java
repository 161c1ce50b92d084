package io.github.defenderbff.policy;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The rule's configuration.
 *
 * @param roles the portal's Roles page; empty means that privileges are unknown
 * @param deviceGroups the portal's Device groups page
 * @param unproven what happens to a state change that could not be proven permitted
 */
@ConfigurationProperties("policy")
record PolicyProperties(@DefaultValue List<Role> roles, @DefaultValue List<Group> deviceGroups,
		@DefaultValue("deny") WhenUnproven unproven) {

	PolicyProperties {
		roles = List.copyOf(roles);
		deviceGroups = List.copyOf(deviceGroups);
	}

	/**
	 * A role of the portal.
	 *
	 * @param name the role's name
	 * @param privileges classic or unified names, as the portal words them
	 * @param groups object ids of the Entra groups that hold the role
	 * @param directoryRoles template ids of Entra directory roles that hold it
	 * @param everyDevice whether holders see every device whatever its group
	 */
	record Role(String name, @DefaultValue List<String> privileges, @DefaultValue List<String> groups,
			@DefaultValue List<String> directoryRoles, @DefaultValue("false") boolean everyDevice) {

	}

	/**
	 * A device group of the portal.
	 *
	 * @param name the group's name, as in a machine's {@code rbacGroupName}
	 * @param rank its rank; 1 is the highest
	 * @param groups object ids of the Entra groups exposed to it; none means everybody
	 */
	record Group(String name, int rank, @DefaultValue List<String> groups) {

	}

	/** What happens to a state change that could not be proven permitted. */
	enum WhenUnproven {

		/** It is refused. */
		DENY,

		/** It is sent, and Defender decides. */
		ASK_UPSTREAM

	}

}
