package io.github.sandbox.defender;

import java.util.List;
import java.util.function.Function;

import io.github.sandbox.organisation.Posture;
import io.github.sandbox.organisation.Privilege;

import static io.github.sandbox.defender.Operation.get;

/** What vulnerability management says about one device. */
final class PostureRoutes {

	private final Estate estate;

	PostureRoutes(Estate estate) {
		this.estate = estate;
	}

	List<Operation> operations() {
		Access software = read("Software.Read");
		return List.of(
				get("machines.software", "/api/machines/{machineId}/software", software,
						answering("Software", Posture::software))
					.unlimited(),
				get("machines.vulnerabilities", "/api/machines/{machineId}/vulnerabilities", read("Vulnerability.Read"),
						answering("Vulnerabilities", Posture::vulnerabilities))
					.perMinute(50),
				get("machines.recommendations", "/api/machines/{machineId}/recommendations",
						read("SecurityRecommendation.Read"), answering("Recommendations", Posture::recommendations))
					.unlimited(),
				get("machines.missingKbs", "/api/machines/{machineId}/getmissingkbs",
						Access.anyScope()
							.roles("Software.Read.All")
							.privileges(Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT),
						answering("MissingKbs", Posture::missingKbs))
					.unlimited());
	}

	private static Access read(String scope) {
		return Access.anyScope(scope).roles(scope + ".All").privileges(Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT);
	}

	private Operation.Handler answering(String set, Function<Posture, List<?>> rows) {
		return (call) -> {
			Entity machine = this.estate.machine(call, call.variable("machineId"));
			return new Answer.Values(rows.apply(this.estate.postureOf(machine)), set);
		};
	}

}
