package io.github.sandbox.defender;

import java.util.List;

import io.github.sandbox.organisation.Machine;
import io.github.sandbox.organisation.Privilege;
import tools.jackson.databind.JsonNode;

import static io.github.sandbox.defender.Operation.get;
import static io.github.sandbox.defender.Operation.patch;
import static io.github.sandbox.defender.Operation.post;

/**
 * Defining scans that sign in to what they scan. Like the devices they run on,
 * definitions are visible only to those exposed to the device's group.
 */
final class ScanDefinitionRoutes {

	static final Access READ = Access.anyScope("Machine.Read")
		.roles("Machine.Read.All")
		.privileges(Privilege.VIEW_DATA, Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT);

	static final String ALL = "/api/DeviceAuthenticatedScanDefinitions";

	static final String IDS = "ScanDefinitionIds";

	private static final Access WRITE = Access.anyScope("Machine.ReadWrite")
		.roles("Machine.ReadWrite.All")
		.privileges(Privilege.MANAGE_SECURITY_SETTINGS);

	private static final String SET = "DeviceAuthenticatedScanDefinitions";

	private final Estate estate;

	ScanDefinitionRoutes(Estate estate) {
		this.estate = estate;
	}

	List<Operation> operations() {
		return List.of(get("scanDefinitions.list", ALL, READ, this::list),
				post("scanDefinitions.create", ALL, WRITE, this::create),
				patch("scanDefinitions.update", ALL + "/{id}", WRITE, this::update),
				post("scanDefinitions.batchDelete", ALL + "/BatchDelete", WRITE, this::delete));
	}

	private Answer list(Call call) {
		return new Answer.Values(this.estate.scans()
			.all()
			.stream()
			.filter((definition) -> call.caller().sees(definition.scanner()))
			.map(ScanDefinition::entity)
			.toList(), SET);
	}

	/** Defender says 200 here, not 201. */
	private Answer create(Call call) {
		RequestBody body = call.body();
		Entity asked = ScanRequest.complete(body);
		Machine scanner = scanner(call, body.json().path("scannerAgent"));
		ScanDefinition created = this.estate.scans()
			.put(new ScanDefinition(scanner,
					Entity.builder()
						.with(ScanView.frame(this.estate.scans().nextId(), call.caller().name()))
						.with(asked)
						.with("scannerAgent", ScanView.nestedAgent(scanner, this.estate.now()))
						.build()));
		return Answer.found(created.withoutCredentials(), SET);
	}

	private Answer update(Call call) {
		ScanDefinition definition = named(call, call.variable("id"));
		Entity changes = ScanRequest.changes(call.body(), definition.entity().text("scanType"));
		ScanDefinition changed = this.estate.scans().change(definition, (current) -> current.with(changes));
		return Answer.found(changed.withoutCredentials(), SET);
	}

	private Answer delete(Call call) {
		RequestBody body = call.body();
		body.allowOnly(IDS);
		List<String> ids = body.texts(IDS).orElseThrow(() -> Refusal.missingParameter(IDS));
		this.estate.scans().removeAll(ids.stream().map((id) -> named(call, id)).toList());
		return new Answer.Nothing();
	}

	private Machine scanner(Call call, JsonNode agent) {
		String id = agent.path("machineId").asString("");
		if (id.isBlank()) {
			throw Refusal.missingParameter("scannerAgent.machineId");
		}
		Entity machine = this.estate.machines()
			.find(id)
			.orElseThrow(
					() -> Refusal.badRequest("InvalidInput", "The scanner device %s does not exist.".formatted(id)));
		return this.estate.recordOf(this.estate.machine(call, machine.text("id")));
	}

	private ScanDefinition named(Call call, String id) {
		ScanDefinition definition = this.estate.scans()
			.find(id)
			.orElseThrow(() -> Refusal.notFound("Scan definition %s was not found.".formatted(id)));
		this.estate.machine(call, definition.scanner().id());
		return definition;
	}

}
