package io.github.sandbox.defender;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.sandbox.organisation.Privilege;

import static io.github.sandbox.defender.Operation.patch;
import static io.github.sandbox.defender.Operation.post;

/** Raising alerts and changing them. */
final class AlertChangeRoutes {

	private static final Access WRITE = Access.anyScope("Alert.ReadWrite")
		.roles("Alert.ReadWrite.All")
		.privileges(Privilege.ALERTS_INVESTIGATION);

	private static final Set<String> CATEGORIES = Set.of("General", "CommandAndControl", "Collection",
			"CredentialAccess", "DefenseEvasion", "Discovery", "Exfiltration", "Exploit", "Execution", "InitialAccess",
			"LateralMovement", "Malware", "Persistence", "PrivilegeEscalation", "Ransomware", "SuspiciousActivity");

	private final Estate estate;

	private final AtomicInteger numbers = new AtomicInteger();

	AlertChangeRoutes(Estate estate) {
		this.estate = estate;
	}

	List<Operation> operations() {
		return List.of(
				post("alerts.createByReference", "/api/alerts/CreateAlertByReference", WRITE, this::create)
					.perMinute(15),
				patch("alerts.update", "/api/alerts/{id}", WRITE, this::update),
				post("alerts.batchUpdate", "/api/alerts/batchUpdate", WRITE, this::batchUpdate).perMinute(10));
	}

	private Answer update(Call call) {
		Entity alert = this.estate.alert(call, call.variable("id"));
		RequestBody body = call.body();
		AlertChange change = AlertChange.of(body, call.caller().name());
		body.allowOnly("status", "assignedTo", "classification", "determination", "comment");
		return Answer.found(changed(alert, change), AlertView.SET);
	}

	private Answer batchUpdate(Call call) {
		RequestBody body = call.body();
		List<String> ids = body.texts("alertIds").orElseThrow(() -> Refusal.missingParameter("alertIds"));
		AlertChange change = AlertChange.of(body, call.caller().name());
		body.allowOnly("alertIds", "status", "assignedTo", "classification", "determination", "comment");
		List<Entity> alerts = ids.stream().map((id) -> this.estate.alert(call, id)).toList();
		alerts.forEach((alert) -> changed(alert, change));
		return new Answer.Nothing();
	}

	private Entity changed(Entity alert, AlertChange change) {
		return this.estate.alerts().change(alert, (current) -> change.applied(current, this.estate.now()));
	}

	private Answer create(Call call) {
		RequestBody body = call.body();
		List.of("eventTime", "reportId", "description", "recommendedAction").forEach(body::required);
		String title = body.required("title");
		String severity = body.required("severity", Set.of("Low", "Medium", "High"));
		String category = body.required("category", CATEGORIES);
		Entity machine = this.estate.machine(call, body.required("machineId"));
		body.allowOnly("eventTime", "reportId", "machineId", "severity", "title", "description", "recommendedAction",
				"category");
		Entity alert = open(machine, title).orElseGet(() -> this.estate.alerts()
			.put(raised(machine).with("title", title)
				.with("severity", severity)
				.with("category", category)
				.with("description", body.required("description"))
				.build()));
		return Answer.found(alert, AlertView.SET);
	}

	private Optional<Entity> open(Entity machine, String title) {
		return this.estate.alerts()
			.all()
			.stream()
			.filter((alert) -> alert.text("machineId").equals(machine.text("id")))
			.filter((alert) -> alert.text("title").equals(title) && !alert.text("status").equals("Resolved"))
			.findFirst();
	}

	private Entity.Builder raised(Entity machine) {
		int number = this.numbers.incrementAndGet();
		return AlertView.raised("ra6385%014d_%d".formatted(number, 2_000_000_000 + number), 900L + number,
				this.estate.recordOf(machine), this.estate.now());
	}

}
