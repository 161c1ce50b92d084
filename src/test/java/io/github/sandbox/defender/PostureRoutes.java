package io.github.sandbox.defender;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.sandbox.organisation.Finding;
import io.github.sandbox.organisation.Installation;
import io.github.sandbox.organisation.Inventory;
import io.github.sandbox.organisation.Machine;
import io.github.sandbox.organisation.Privilege;

import static io.github.sandbox.defender.Operation.get;

/** What vulnerability management says about one device. */
final class PostureRoutes {

	private static final Access APPLICATION_ONLY = Access.applicationOnly("Software.Read.All")
		.privileges(Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT);

	private final Estate estate;

	PostureRoutes(Estate estate) {
		this.estate = estate;
	}

	List<Operation> operations() {
		return List.of(
				get("machines.software", "/api/machines/{machineId}/software", PostureAccess.SOFTWARE,
						answering(SoftwareView.SET, PostureRoutes::software))
					.unlimited(),
				get("machines.vulnerabilities", "/api/machines/{machineId}/vulnerabilities",
						PostureAccess.VULNERABILITIES, answering(VulnerabilityView.SET, PostureRoutes::vulnerabilities))
					.perMinute(50),
				get("machines.recommendations", "/api/machines/{machineId}/recommendations",
						PostureAccess.RECOMMENDATIONS,
						answering(RecommendationView.SET, PostureRoutes::recommendations))
					.unlimited(),
				get("machines.missingKbs", "/api/machines/{machineId}/getmissingkbs", APPLICATION_ONLY,
						answering(SoftwareView.MISSING, PostureRoutes::missingKbs))
					.unlimited());
	}

	private Operation.Handler answering(String set, Function<Machine, Stream<Entity>> rows) {
		return (call) -> {
			Machine machine = this.estate.recordOf(this.estate.machine(call, call.variable("machineId")));
			return new Answer.Values(rows.apply(machine).toList(), set);
		};
	}

	private static Stream<Entity> software(Machine machine) {
		return Inventory.on(machine).stream().map(Installation::product).map(SoftwareView::of);
	}

	private static Stream<Entity> vulnerabilities(Machine machine) {
		return Finding.on(machine).stream().map(Finding::weakness).map(VulnerabilityView::of);
	}

	private static Stream<Entity> recommendations(Machine machine) {
		return Inventory.recommendations()
			.stream()
			.filter((recommendation) -> recommendation.exposed().contains(machine))
			.map(RecommendationView::of);
	}

	private static Stream<Entity> missingKbs(Machine machine) {
		return Inventory.updates()
			.stream()
			.filter((update) -> update.missingOn().contains(machine))
			.map(SoftwareView::missing);
	}

}
