package io.github.sandbox.organisation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import static io.github.sandbox.organisation.Privilege.ACTIVE_REMEDIATION;
import static io.github.sandbox.organisation.Privilege.ALERTS_INVESTIGATION;
import static io.github.sandbox.organisation.Privilege.LIVE_RESPONSE_BASIC;
import static io.github.sandbox.organisation.Privilege.VIEW_DATA;
import static io.github.sandbox.organisation.Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT;

/**
 * A role of the portal's Roles page.
 *
 * @param displayName the name on that page
 * @param privileges what it grants
 * @param groups the Entra groups it is assigned to
 */
public record DefenderRole(String displayName, Set<Privilege> privileges, Set<EntraGroup> groups) {

	public static final DefenderRole VIEWER = new DefenderRole("Viewer",
			Set.of(VIEW_DATA, VIEW_DATA_VULNERABILITY_MANAGEMENT), Set.of(EntraGroup.SOC_TIER_1));

	public static final DefenderRole ANALYST = new DefenderRole("Analyst",
			Set.of(VIEW_DATA, VIEW_DATA_VULNERABILITY_MANAGEMENT, ALERTS_INVESTIGATION), Set.of(EntraGroup.SOC_TIER_2));

	public static final DefenderRole RESPONDER = new DefenderRole("Responder", Set.of(VIEW_DATA,
			VIEW_DATA_VULNERABILITY_MANAGEMENT, ALERTS_INVESTIGATION, ACTIVE_REMEDIATION, LIVE_RESPONSE_BASIC),
			Set.of(EntraGroup.SOC_RESPONDERS));

	public static final DefenderRole EXECUTIVE_DESK = new DefenderRole("Executive desk", RESPONDER.privileges(),
			Set.of(EntraGroup.EXECUTIVE_DESK));

	public static final DefenderRole VULNERABILITY_MANAGER = new DefenderRole("Vulnerability manager",
			Set.of(VIEW_DATA_VULNERABILITY_MANAGEMENT), Set.of(EntraGroup.VULNERABILITY_TEAM));

	/** The built-in role, which Security Administrators hold without any group. */
	public static final DefenderRole ADMINISTRATOR = new DefenderRole("Administrator", EnumSet.allOf(Privilege.class),
			Set.of(EntraGroup.SECURITY_ADMINS));

	static final List<DefenderRole> ALL = List.of(VIEWER, ANALYST, RESPONDER, EXECUTIVE_DESK, VULNERABILITY_MANAGER,
			ADMINISTRATOR);

	public DefenderRole {
		privileges = Set.copyOf(privileges);
		groups = Set.copyOf(groups);
	}

	boolean heldBy(Person person) {
		boolean administrator = equals(ADMINISTRATOR)
				&& person.directoryRoles().contains(Organisation.SECURITY_ADMINISTRATOR);
		return administrator || this.groups.stream().anyMatch((group) -> group.holds(person));
	}

}
