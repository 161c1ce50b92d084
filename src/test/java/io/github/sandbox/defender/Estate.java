package io.github.sandbox.defender;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import io.github.sandbox.organisation.Machine;
import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.Posture;

/**
 * The tenant as Defender knows it now: the organisation plus every change made through
 * the API.
 */
final class Estate {

	private final Organisation organisation;

	private final Clock clock;

	private final Table machines = new Table();

	private final Table alerts = new Table();

	private final Actions actions;

	Estate(Organisation organisation, Clock clock) {
		this.organisation = organisation;
		this.clock = clock;
		this.actions = new Actions(clock);
		reset();
	}

	void reset() {
		Instant now = this.clock.instant();
		this.machines.fill(this.organisation.machines().stream().map((machine) -> MachineView.of(machine, now)));
		this.alerts.fill(this.organisation.alerts().stream().map((alert) -> AlertView.of(alert, now)));
		this.actions.clear();
	}

	Instant now() {
		return this.clock.instant();
	}

	Table machines() {
		return this.machines;
	}

	Table alerts() {
		return this.alerts;
	}

	Actions actions() {
		return this.actions;
	}

	/** The device the caller named by id or computer name. */
	Entity machine(Call call, String idOrName) {
		Optional<Entity> named = this.machines.all()
			.stream()
			.filter((machine) -> machine.text("computerDnsName").equalsIgnoreCase(idOrName))
			.findFirst();
		return AccessCheck.exposed(call, this.machines.find(idOrName).or(() -> named));
	}

	/** The alert the caller named. */
	Entity alert(Call call, String id) {
		return AccessCheck.exposed(call, this.alerts.find(id));
	}

	/** The organisation's record of a device. */
	Machine recordOf(Entity machine) {
		return this.organisation.machines()
			.stream()
			.filter((candidate) -> candidate.id().equals(machine.text("id")))
			.findFirst()
			.orElseThrow();
	}

	/** What vulnerability management knows about a device. */
	Posture postureOf(Entity machine) {
		return this.organisation.postureOf(recordOf(machine));
	}

}
