package io.github.sandbox.organisation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The automated investigations of the company, one for each incident. */
public final class Investigations {

	private static final Map<Long, Investigation> BY_NUMBER = byNumber();

	/** Still running; the new alert in the north triggered it. */
	public static final Investigation NORTH_INVESTIGATION = of(Alerts.NORTH_ALERT);

	private Investigations() {
	}

	/** Every investigation, oldest number first. */
	public static List<Investigation> all() {
		return List.copyOf(BY_NUMBER.values());
	}

	/** The investigation the alert belongs to. */
	public static Investigation of(Alert alert) {
		return all().stream()
			.filter((investigation) -> investigation.trigger().incidentId() == alert.incidentId())
			.findFirst()
			.orElseThrow();
	}

	private static Map<Long, Investigation> byNumber() {
		Map<Long, Investigation> investigations = new LinkedHashMap<>();
		Alerts.ALL.forEach((alert) -> investigations.putIfAbsent(alert.investigationId(), new Investigation(alert)));
		return investigations;
	}

}
