package io.github.sandbox.organisation;

import java.util.List;

/**
 * The scan of the network devices that runs from the start.
 *
 * @param id the definition's id, a GUID
 * @param scanner the device that scans
 * @param targets the addresses it scans
 * @param sessions ids of its past runs, the latest first
 */
public record AuthenticatedScan(String id, Machine scanner, List<String> targets, List<String> sessions) {

	/** The word every invented credential contains. */
	public static final String SECRET = "sandbox-secret";

	/** Scans the switches of the harbour from a device everyone sees. */
	public static final AuthenticatedScan SWITCHES = new AuthenticatedScan("5ca00000-0000-4000-8000-000000000001",
			Machines.UNGROUPED_DEVICE, List.of("10.9.0.1", "10.9.0.2"),
			List.of("5e550000-0000-4000-8000-000000000002", "5e550000-0000-4000-8000-000000000001"));

	public AuthenticatedScan {
		targets = List.copyOf(targets);
		sessions = List.copyOf(sessions);
	}

	/** The id of a device as scanner: tenant and device. */
	public static String agentId(Machine machine) {
		return Organisation.TENANT_ID + "_" + machine.id();
	}

}
