package io.github.sandbox.organisation;

import java.time.Duration;
import java.util.Optional;

/**
 * An alert on a device; whatever is not listed follows from its number.
 *
 * @param number the number of the alert, from 1
 * @param machine the device it was raised on
 * @param threat what it is about
 * @param status New, InProgress or Resolved
 */
public record Alert(int number, Machine machine, Threat threat, String status) {

	/** The alert id, the same in every run. */
	public String id() {
		return "da6384%014d_-%d".formatted(this.number, 1_000_000_000 + this.number);
	}

	/** The incident; three alerts share one. */
	public long incidentId() {
		return 500L + this.number / 3;
	}

	/** The automated investigation; the alerts of an incident share one. */
	public long investigationId() {
		return 10_000 + incidentId();
	}

	/** How long before the sandbox starts the alert was raised. */
	public Duration age() {
		return Duration.ofHours(5L * this.number);
	}

	/** The account involved; alerts on servers name none. */
	public Optional<Account> account() {
		return Optional.of(this.machine)
			.filter((machine) -> !machine.group().equals(DeviceGroup.SERVERS))
			.map((machine) -> machine.accounts().getFirst());
	}

}
