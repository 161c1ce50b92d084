package io.github.sandbox.defender;

import java.util.Set;

import io.github.sandbox.organisation.Machine;
import io.github.sandbox.organisation.Privilege;

/**
 * Who a valid token stands for.
 *
 * @param objectId the person's object id, or the application's id
 * @param name the person's sign-in name, or the application's id
 * @param grant what the token carries
 * @param privileges what the person's roles grant
 * @param deviceGroups names of the device groups the person is exposed to
 */
record Caller(String objectId, String name, Grant grant, Set<Privilege> privileges,
		Set<String> deviceGroups) implements Identity {

	Caller {
		privileges = Set.copyOf(privileges);
		deviceGroups = Set.copyOf(deviceGroups);
	}

	boolean sees(Entity entity) {
		return this.deviceGroups.contains(entity.text("rbacGroupName"));
	}

	boolean sees(Machine machine) {
		return this.deviceGroups.contains(machine.group().displayName());
	}

	boolean holdsAnyOf(Set<Privilege> required) {
		return required.isEmpty() || required.stream().anyMatch(this.privileges::contains);
	}

	/**
	 * What the token carries.
	 *
	 * @param application whether these are application roles rather than delegated scopes
	 * @param names the short names
	 * @param contexts the authentication contexts that were satisfied
	 */
	record Grant(boolean application, Set<String> names, Set<String> contexts) {

		Grant {
			names = Set.copyOf(names);
			contexts = Set.copyOf(contexts);
		}

	}

}
