package io.github.sandbox.defender;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.sandbox.organisation.Machine;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.Organisation;

/**
 * The tenant as Defender knows it now: the organisation plus every change made through
 * the API.
 */
final class Estate {

	private final Organisation organisation;

	private final Clock clock;

	private final Table machines = new Table();

	private final Table alerts = new Table();

	private final ScanDefinitions scans = new ScanDefinitions();

	private final Actions actions;

	private final Casework casework;

	private final Storage storage;

	private volatile Map<String, Machine> records = Map.of();

	Estate(Organisation organisation, Clock clock) {
		this.organisation = organisation;
		this.clock = clock;
		this.actions = new Actions(clock);
		this.casework = Casework.at(clock);
		this.storage = new Storage(clock);
		reset();
	}

	Storage storage() {
		return this.storage;
	}

	void reset() {
		Instant now = this.clock.instant();
		this.records = Map.of();
		this.machines.fill(Stream.of());
		add(this.organisation.machines());
		this.alerts.fill(this.organisation.alerts().stream().map((alert) -> AlertView.of(alert, now)));
		this.scans.reset(now);
		this.actions.clear();
		FirstActions.at(this.machines, now).forEach(this.actions::add);
		this.casework.reset();
	}

	/** Adds workstations to the device group Workstations North. */
	void grow(int count) {
		add(Machines.furtherNorth(count));
	}

	private void add(List<Machine> added) {
		Map<String, Machine> known = new HashMap<>(this.records);
		added.forEach((machine) -> known.put(machine.id(), machine));
		this.records = Map.copyOf(known);
		this.machines.add(added.stream().map((machine) -> MachineView.of(machine, now())));
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

	ScanDefinitions scans() {
		return this.scans;
	}

	Actions actions() {
		return this.actions;
	}

	Casework casework() {
		return this.casework;
	}

	Organisation organisation() {
		return this.organisation;
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
		return Objects.requireNonNull(this.records.get(machine.text("id")));
	}

}
