package io.github.defenderbff.policy;

import java.util.List;
import java.util.stream.Stream;

import io.github.defenderbff.signin.Scope;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What a simulation may name.
 *
 * @param scopes all delegated permissions
 * @param roles the roles of the role book
 * @param deviceGroups its device groups, the highest-ranked first
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record SimulationChoices(List<String> scopes, List<RoleChoice> roles, List<DeviceGroupChoice> deviceGroups) {

	static SimulationChoices of(RoleBook book) {
		return new SimulationChoices(Stream.of(Scope.values()).map(Scope::value).sorted().toList(),
				book.roles().stream().map(RoleChoice::of).toList(),
				book.ranked().stream().map(DeviceGroupChoice::of).toList());
	}

	/**
	 * A role.
	 *
	 * @param name its name
	 * @param privileges what it grants
	 * @param groups object ids of the Entra groups that hold it
	 * @param directoryRoles template ids of the Entra directory roles that hold it
	 */
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	record RoleChoice(String name, List<Privilege> privileges, List<String> groups, List<String> directoryRoles) {

		private static RoleChoice of(Role role) {
			return new RoleChoice(role.name(), role.privileges().stream().sorted().toList(), role.groups(),
					role.directoryRoles());
		}

	}

	/**
	 * A device group.
	 *
	 * @param name its name
	 * @param groups object ids of the Entra groups exposed to it; none means everybody
	 */
	record DeviceGroupChoice(String name, List<String> groups) {

		private static DeviceGroupChoice of(DeviceGroup group) {
			return new DeviceGroupChoice(group.name(), group.groups());
		}

	}

}
