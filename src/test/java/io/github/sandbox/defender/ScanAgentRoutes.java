package io.github.sandbox.defender;

import java.util.List;
import java.util.Optional;

import io.github.sandbox.organisation.AuthenticatedScan;
import io.github.sandbox.organisation.Machine;

import static io.github.sandbox.defender.Operation.get;

/** The devices that scan; there is one. */
final class ScanAgentRoutes {

	private static final String ALL = "/api/DeviceAuthenticatedScanAgents";

	private static final String SET = "DeviceAuthenticatedScanAgents";

	private static final Machine SCANNER = AuthenticatedScan.SWITCHES.scanner();

	private final Estate estate;

	ScanAgentRoutes(Estate estate) {
		this.estate = estate;
	}

	List<Operation> operations() {
		return List.of(get("scanAgents.list", ALL, ScanDefinitionRoutes.READ, this::list),
				get("scanAgents.get", ALL + "/{id}", ScanDefinitionRoutes.READ, this::agent));
	}

	private Answer list(Call call) {
		return new Answer.Values(visible(call).stream().toList(), SET);
	}

	/** The bare id of the device does, too: the documentation's example uses it. */
	private Answer agent(Call call) {
		String id = call.variable("id");
		Entity agent = visible(call)
			.filter((candidate) -> candidate.text("id").equals(id) || candidate.text("machineId").equals(id))
			.orElseThrow(() -> Refusal.notFound("Scan agent %s was not found.".formatted(id)));
		return Answer.found(agent, SET);
	}

	private Optional<Entity> visible(Call call) {
		return Optional.of(SCANNER)
			.filter(call.caller()::sees)
			.map((machine) -> ScanView.agent(machine, this.estate.now()));
	}

}
