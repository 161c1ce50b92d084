package io.github.sandbox.organisation;

import java.util.Set;

/**
 * A member of the organisation's directory.
 *
 * @param objectId the Entra object id, a GUID; stable, used as the {@code oid} claim
 * @param name the display name
 * @param userPrincipalName the sign-in name, {@code alias@nordhavn.example}
 * @param description one sentence for the sign-in page: what this person may do
 * @param groups object ids (GUIDs) of the Entra groups the person belongs to
 * @param directoryRoles template ids of Entra directory roles, sent as {@code wids}
 * @param groupsOverage whether the token carries the overage marker instead of groups
 */
public record Person(String objectId, String name, String userPrincipalName, String description, Set<String> groups,
		Set<String> directoryRoles, boolean groupsOverage) {

	public Person {
		groups = Set.copyOf(groups);
		directoryRoles = Set.copyOf(directoryRoles);
	}

}
