package io.github.sandbox.defender;

import java.util.List;
import java.util.stream.Stream;

import io.github.sandbox.organisation.Inventory;
import io.github.sandbox.organisation.Remediation;

import static io.github.sandbox.defender.Operation.get;

/** What the company does about the advice. */
final class RemediationRoutes {

	private static final String ONE = "/api/remediationTasks/{id}";

	private static final ODataSupport LISTING = ODataSupport.filterAndPages("createdOn", "status");

	List<Operation> operations() {
		return Stream
			.of(get("remediationTasks.list", "/api/remediationTasks", PostureAccess.REMEDIATIONS,
					(_) -> new Answer.Rows(Inventory.remediations().stream().map(RemediationView::of).toList(),
							RemediationView.SET))
				.odata(LISTING),
					get("remediationTasks.get", ONE, PostureAccess.REMEDIATIONS,
							(call) -> Answer.found(RemediationView.of(named(call)), RemediationView.SET)),
					get("remediationTasks.machineReferences", ONE + "/machineReferences", PostureAccess.REMEDIATIONS,
							(call) -> MachineReferences.of(call, named(call).exposed())))
			.map(Operation::unlimited)
			.toList();
	}

	private static Remediation named(Call call) {
		return Inventory.remediations()
			.stream()
			.filter((remediation) -> remediation.id().equals(call.variable("id")))
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("Remediation task %s was not found.".formatted(call.variable("id"))));
	}

}
