package io.github.sandbox.defender;

import java.util.List;
import java.util.stream.Stream;

import io.github.sandbox.organisation.Installation;
import io.github.sandbox.organisation.Inventory;
import io.github.sandbox.organisation.Product;

import static io.github.sandbox.defender.Operation.get;

/** The software of the company; its counts cover the whole tenant. */
final class SoftwareRoutes {

	private static final String ONE = "/api/Software/{Id}";

	private static final ODataSupport LISTING = ODataSupport.filterAndPages("id", "name", "vendor");

	List<Operation> operations() {
		return Stream
			.of(get("software.list", "/api/Software", PostureAccess.SOFTWARE,
					(_) -> new Answer.Rows(Inventory.products().stream().map(SoftwareView::of).toList(),
							SoftwareView.SET))
				.odata(LISTING),
					get("software.get", ONE, PostureAccess.SOFTWARE,
							(call) -> Answer.found(SoftwareView.of(named(call)), SoftwareView.SET)),
					get("software.distributions", ONE + "/distributions", PostureAccess.SOFTWARE,
							(call) -> new Answer.Values(SoftwareView.distributions(named(call)), "Distributions")),
					get("software.machineReferences", ONE + "/machineReferences", PostureAccess.SOFTWARE,
							(call) -> MachineReferences.of(call,
									named(call).installations().stream().map(Installation::machine).toList())),
					get("software.vulnerabilities", ONE + "/vulnerabilities", PostureAccess.VULNERABILITIES,
							(call) -> new Answer.Values(VulnerabilityView.of(named(call).weaknesses()),
									VulnerabilityView.SET)),
					get("software.missingKbs", ONE + "/getmissingkbs", PostureAccess.SOFTWARE, this::missingKbs))
			.map(Operation::unlimited)
			.toList();
	}

	private static Product named(Call call) {
		return Inventory.products()
			.stream()
			.filter((product) -> product.id().equals(call.variable("Id")))
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("Software %s was not found.".formatted(call.variable("Id"))));
	}

	private Answer missingKbs(Call call) {
		Product product = named(call);
		return new Answer.Values(Inventory.updates()
			.stream()
			.filter((update) -> update.products().contains(product))
			.map(SoftwareView::missing)
			.toList(), SoftwareView.MISSING);
	}

}
