package io.github.sandbox.defender;

import java.util.List;

import io.github.sandbox.organisation.Privilege;

import static io.github.sandbox.defender.Operation.get;
import static io.github.sandbox.defender.Operation.post;

/** Automated investigations: reading them and starting one. */
final class InvestigationRoutes {

	private static final String SET = "Investigations";

	private static final Access START = Access.anyScope("Alert.ReadWrite")
		.roles("Alert.ReadWrite.All")
		.privileges(Privilege.ACTIVE_REMEDIATION);

	private static final ODataSupport LISTING = ODataSupport.filterAndPages("startTime", "id", "state", "machineId",
			"triggeringAlertId");

	private final Estate estate;

	InvestigationRoutes(Estate estate) {
		this.estate = estate;
	}

	List<Operation> operations() {
		return List.of(get("investigations.list", "/api/investigations", AlertRoutes.READ, this::list).odata(LISTING),
				get("investigations.get", "/api/investigations/{id}", AlertRoutes.READ, this::investigation),
				post("investigations.start", "/api/machines/{id}/startInvestigation", START, this::start).perHour(50));
	}

	/** Not filtered by device group: Defender does not promise that. */
	private Answer list(Call call) {
		return new Answer.Rows(log().all(), SET);
	}

	private Answer investigation(Call call) {
		String id = call.variable("id");
		return Answer.found(
				log().find(id).orElseThrow(() -> Refusal.notFound("Investigation %s was not found.".formatted(id))),
				SET);
	}

	private Answer start(Call call) {
		Entity machine = this.estate.machine(call, call.variable("id"));
		RequestBody body = call.body();
		String comment = body.required("Comment");
		body.allowOnly("Comment");
		if (!machine.text("osPlatform").startsWith("Windows")) {
			throw Refusal.badRequest("OsPlatformNotSupported",
					"Investigations are not supported on %s.".formatted(machine.text("osPlatform")));
		}
		long number = log().nextNumber();
		return Answer.created(log().start(number, raised(machine, number, comment)), SET);
	}

	/**
	 * Every investigation has an alert that triggers it, even one that a person starts.
	 */
	private Entity raised(Entity machine, long number, String comment) {
		String id = "ia6386%014d_%d".formatted(number, 1_500_000_000 + number);
		return this.estate.alerts()
			.put(AlertView.raised(id, 1_000 + number, this.estate.recordOf(machine), this.estate.now())
				.with("investigationId", number)
				.with("title", "Automated investigation started manually")
				.with("severity", "Informational")
				.with("category", "SuspiciousActivity")
				.with("detectionSource", "AutomatedInvestigation")
				.with("description", comment)
				.build());
	}

	private InvestigationLog log() {
		return this.estate.casework().investigations();
	}

}
