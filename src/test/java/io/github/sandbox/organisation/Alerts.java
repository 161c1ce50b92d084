package io.github.sandbox.organisation;

import java.util.ArrayList;
import java.util.List;

/** The alerts of the company, with some named for tests. */
public final class Alerts {

	private static final List<String> DEVICES = List.of("nh-ws-n-07", "nh-ws-s-03", "nh-srv-02", "nh-exec-01",
			"nh-lab-01", "nh-ws-n-02", "nh-ws-n-11", "nh-ws-s-08", "nh-srv-05", "nh-exec-04", "nh-ws-n-07",
			"nh-ws-n-05");

	private static final List<String> STATUSES = List.of("New", "New", "InProgress", "Resolved");

	static final List<Alert> ALL = alerts(25);

	/** A new alert on the workstation in the north. */
	public static final Alert NORTH_ALERT = ALL.get(0);

	/** An alert on a workstation that Tier 1 does not see. */
	public static final Alert SOUTH_ALERT = ALL.get(1);

	/** An alert on the server; it names no account. */
	public static final Alert SERVER_ALERT = ALL.get(2);

	/** An alert on the executive's laptop. */
	public static final Alert EXECUTIVE_ALERT = ALL.get(3);

	private Alerts() {
	}

	private static List<Alert> alerts(int count) {
		Threat[] threats = Threat.values();
		List<Alert> alerts = new ArrayList<>();
		for (int index = 0; index < count; index++) {
			alerts.add(new Alert(index + 1, Machines.named(DEVICES.get(index % DEVICES.size())),
					threats[index % threats.length], STATUSES.get(index % STATUSES.size())));
		}
		return List.copyOf(alerts);
	}

}
