package io.github.sandbox.defender;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.sandbox.entra.GraphHunting;
import io.github.sandbox.organisation.DeviceGroup;
import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.Privilege;
import org.jspecify.annotations.Nullable;

/**
 * Hunting for Microsoft Graph, which has checked the token: roles and device groups are
 * looked at here.
 *
 * @param estate what is hunted in
 */
record GraphHunts(Estate estate) implements GraphHunting {

	@Override
	public Found run(@Nullable String objectId, String query) {
		try {
			Caller caller = (objectId != null) ? person(objectId) : application();
			AccessCheck.requirePrivilege(caller, EnumSet.of(Privilege.VIEW_DATA));
			return HuntingAnswer.of(HuntingQuery.run(query, new HuntingTables(this.estate, caller))).asGraph();
		}
		catch (Refusal refusal) {
			throw refusal.asGraph();
		}
	}

	private Caller person(String objectId) {
		Organisation organisation = this.estate.organisation();
		return organisation.person(objectId)
			.map((person) -> new Caller(objectId, person.userPrincipalName(), grant(false),
					organisation.grantsOf(person), organisation.deviceGroupsOf(person)))
			.orElseThrow(() -> Refusal.forbidden("The user does not exist in the tenant."));
	}

	private Caller application() {
		return new Caller("application", "application", grant(true), EnumSet.allOf(Privilege.class),
				this.estate.organisation()
					.deviceGroups()
					.stream()
					.map(DeviceGroup::displayName)
					.collect(Collectors.toSet()));
	}

	private static Caller.Grant grant(boolean application) {
		return new Caller.Grant(application, Set.of(), Set.of());
	}

}
