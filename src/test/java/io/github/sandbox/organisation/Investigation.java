package io.github.sandbox.organisation;

/**
 * An automated investigation of an incident.
 *
 * @param trigger the alert that started it
 */
public record Investigation(Alert trigger) {

	/** The id, as the API writes it. */
	public String id() {
		return Long.toString(this.trigger.investigationId());
	}

	/** Whether nothing is left to do. */
	public boolean done() {
		return this.trigger.status().equals("Resolved");
	}

	/** How far it is. */
	public String state() {
		return done() ? "SuccessfullyRemediated" : "Running";
	}

}
