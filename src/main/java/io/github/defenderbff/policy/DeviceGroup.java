package io.github.defenderbff.policy;

import java.util.List;

import io.github.defenderbff.signin.Evidence;
import io.github.defenderbff.signin.Groups;

/**
 * A device group of the portal.
 *
 * @param name its name, as in a machine's {@code rbacGroupName}
 * @param rank its rank; 1 is the highest, and a device belongs to the highest-ranked
 * group that matches it
 * @param groups object ids of the Entra groups exposed to it; none means everybody
 */
record DeviceGroup(String name, int rank, List<String> groups) {

	/**
	 * The portal's name for the devices that no group matches; their records name none
	 * (inferred).
	 */
	static final String UNGROUPED = "Ungrouped devices";

	DeviceGroup {
		groups = List.copyOf(groups);
	}

	/** Whether the person's groups are exposed to it. */
	Answer exposedTo(Evidence evidence) {
		if (this.groups.isEmpty()) {
			return Answer.yes();
		}
		return switch (evidence.groups()) {
			case Groups.Known known -> known.anyOf(this.groups) ? Answer.yes() : Answer.no();
			case Groups.Unknown(var why) -> new Answer.Unknown(why);
		};
	}

}
