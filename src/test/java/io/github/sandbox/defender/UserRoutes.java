package io.github.sandbox.defender;

import java.util.List;

import static io.github.sandbox.defender.Operation.get;

/** Accounts by their bare name: their alerts and the devices they log on to. */
final class UserRoutes {

	private final Estate estate;

	UserRoutes(Estate estate) {
		this.estate = estate;
	}

	List<Operation> operations() {
		return List.of(get("users.alerts", "/api/users/{id}/alerts", AlertRoutes.READ, this::alerts),
				get("users.machines", "/api/users/{id}/machines", MachineRoutes.READ, this::machines));
	}

	private Answer alerts(Call call) {
		return Sightings
			.of(this.estate, (evidence) -> evidence.text("accountName").equalsIgnoreCase(call.variable("id")))
			.alertsFor(call.caller());
	}

	private Answer machines(Call call) {
		String name = call.variable("id");
		return new Answer.Values(this.estate.machines()
			.all()
			.stream()
			.filter(call.caller()::sees)
			.filter((machine) -> logsOnTo(machine, name))
			.toList(), MachineView.SET);
	}

	private boolean logsOnTo(Entity machine, String name) {
		return this.estate.recordOf(machine)
			.accounts()
			.stream()
			.anyMatch((account) -> account.name().equalsIgnoreCase(name));
	}

}
