package io.github.sandbox.organisation;

import java.util.List;

/**
 * An activity that follows a recommendation.
 *
 * @param id the id, a GUID
 * @param recommendation the advice
 * @param requester who asked for it
 * @param status Active or Completed
 */
public record Remediation(String id, Recommendation recommendation, Person requester, String status) {

	/** Still being worked on. */
	public static final Remediation OPEN = new Remediation("7e000000-0000-4000-8000-000000000001",
			Recommendations.UPDATE_CARGO_PLANNER, People.VIGO_VULNS, "Active");

	/** Done, and about a setting. */
	public static final Remediation DONE = new Remediation("7e000000-0000-4000-8000-000000000002",
			Recommendations.AUTOPLAY, People.ADA_ADMIN, "Completed");

	static final List<Remediation> ALL = List.of(OPEN, DONE);

	/** Whether everybody followed the advice. */
	public boolean completed() {
		return this.status.equals("Completed");
	}

	/** The devices that needed it when it was ordered. */
	public List<Machine> targets() {
		return completed() ? this.recommendation.applicable() : this.recommendation.exposed();
	}

	/** The devices that still need it. */
	public List<Machine> exposed() {
		return completed() ? List.of() : targets();
	}

	/** Names of the device groups concerned. */
	public List<String> deviceGroups() {
		return targets().stream().map((machine) -> machine.group().displayName()).distinct().toList();
	}

}
