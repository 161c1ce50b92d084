package io.github.sandbox.defender;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.github.sandbox.organisation.Account;
import io.github.sandbox.organisation.Machine;
import io.github.sandbox.organisation.Privilege;
import io.github.sandbox.organisation.Threat;

import static io.github.sandbox.defender.Operation.get;

/** Reading alerts and what they are about. */
final class AlertRoutes {

	static final Access READ = Access.anyScope("Alert.Read", "Alert.ReadWrite")
		.roles("Alert.Read.All", "Alert.ReadWrite.All")
		.privileges(Privilege.VIEW_DATA);

	private static final ODataSupport LISTING = ODataSupport
		.filterAndPages("alertCreationTime", "lastUpdateTime", "incidentId", "investigationId", "id", "assignedTo",
				"detectionSource", "lastEventTime", "status", "severity", "category")
		.expand("evidence");

	private final Estate estate;

	AlertRoutes(Estate estate) {
		this.estate = estate;
	}

	List<Operation> operations() {
		return List.of(get("alerts.list", "/api/alerts", READ, this::list).odata(LISTING),
				get("alerts.get", "/api/alerts/{id}", READ, this::alert),
				get("alerts.domains", "/api/alerts/{id}/domains", related("URL.Read.All"), this::domains),
				get("alerts.files", "/api/alerts/{id}/files", related("File.Read.All"), this::files),
				get("alerts.ips", "/api/alerts/{id}/ips", related("Ip.Read.All"), this::ips),
				get("alerts.machine", "/api/alerts/{id}/machine", MachineRoutes.READ, this::machine),
				get("alerts.user", "/api/alerts/{id}/user", related("User.Read.All"), this::user));
	}

	static Entity withoutEvidence(Entity alert) {
		return alert.with("evidence", List.of());
	}

	private static Access related(String permission) {
		return Access.anyScope(permission).privileges(Privilege.VIEW_DATA);
	}

	private Answer list(Call call) {
		boolean expanded = call.parameter("$expand").isPresent();
		List<Entity> visible = this.estate.alerts().all().stream().filter(call.caller()::sees).toList();
		return new Answer.Rows(expanded ? visible : visible.stream().map(AlertRoutes::withoutEvidence).toList(),
				AlertView.SET);
	}

	private Answer alert(Call call) {
		return Answer.found(named(call), AlertView.SET);
	}

	private Answer domains(Call call) {
		return new Answer.Rows(
				threats(call).map((threat) -> Entity.builder().with("host", threat.traces().host()).build()).toList(),
				"Domains");
	}

	private Answer files(Call call) {
		return new Answer.Rows(
				threats(call).map((threat) -> EvidenceView.fileProfile(threat.traces(), this.estate.now())).toList(),
				"Files");
	}

	private Answer ips(Call call) {
		return new Answer.Rows(
				threats(call).map((threat) -> Entity.builder().with("id", threat.traces().ipAddress()).build())
					.toList(),
				"Ips");
	}

	private Answer machine(Call call) {
		return Answer.found(this.estate.machine(call, named(call).text("machineId")), MachineView.SET);
	}

	private Answer user(Call call) {
		Entity alert = named(call);
		if (!(alert.get("relatedUser") instanceof Entity related)) {
			throw Refusal.notFound("No user is related to the alert.");
		}
		Machine machine = this.estate.recordOf(this.estate.machine(call, alert.text("machineId")));
		Account account = machine.accounts()
			.stream()
			.filter((candidate) -> candidate.name().equals(related.text("userName")))
			.findFirst()
			.orElseThrow();
		return Answer.found(MachineView.user(account, machine, this.estate.now()), "Users");
	}

	private Stream<Threat> threats(Call call) {
		String title = named(call).text("title");
		return Arrays.stream(Threat.values()).filter((threat) -> threat.title().equals(title));
	}

	private Entity named(Call call) {
		return this.estate.alert(call, call.variable("id"));
	}

}
