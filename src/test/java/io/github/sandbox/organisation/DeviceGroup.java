package io.github.sandbox.organisation;

import java.util.List;
import java.util.Set;

/**
 * A device group of the tenant.
 *
 * @param id the id, as {@code rbacGroupId} carries it; also the rank, of which the lowest
 * that matches wins
 * @param displayName the name, as {@code rbacGroupName} carries it
 * @param groups the Entra groups with access; none means everyone
 */
public record DeviceGroup(int id, String displayName, Set<EntraGroup> groups) {

	public static final DeviceGroup EXECUTIVES = new DeviceGroup(1, "Executives",
			Set.of(EntraGroup.EXECUTIVE_DESK, EntraGroup.SECURITY_ADMINS));

	public static final DeviceGroup SERVERS = new DeviceGroup(2, "Servers",
			Set.of(EntraGroup.SOC_RESPONDERS, EntraGroup.SECURITY_ADMINS));

	public static final DeviceGroup WORKSTATIONS_NORTH = new DeviceGroup(3, "Workstations North",
			Set.of(EntraGroup.SOC_TIER_1, EntraGroup.SOC_TIER_2, EntraGroup.SOC_RESPONDERS, EntraGroup.SECURITY_ADMINS,
					EntraGroup.VULNERABILITY_TEAM));

	public static final DeviceGroup WORKSTATIONS_SOUTH = new DeviceGroup(4, "Workstations South",
			Set.of(EntraGroup.SOC_TIER_2, EntraGroup.SOC_RESPONDERS, EntraGroup.SECURITY_ADMINS));

	public static final DeviceGroup UNGROUPED = new DeviceGroup(5, "Ungrouped devices", Set.of());

	static final List<DeviceGroup> ALL = List.of(EXECUTIVES, SERVERS, WORKSTATIONS_NORTH, WORKSTATIONS_SOUTH,
			UNGROUPED);

	public DeviceGroup {
		groups = Set.copyOf(groups);
	}

	/** The rank: a device belongs to the lowest number that matches it. */
	public int rank() {
		return this.id;
	}

	boolean exposedTo(Person person) {
		return this.groups.isEmpty() || this.groups.stream().anyMatch((group) -> group.holds(person));
	}

}
