package io.github.sandbox.defender;

import java.util.List;
import java.util.stream.Stream;

import io.github.sandbox.organisation.Inventory;
import io.github.sandbox.organisation.Product;
import io.github.sandbox.organisation.Recommendation;

import static io.github.sandbox.defender.Operation.get;

/** What Defender advises the company to do; its counts cover the whole tenant. */
final class RecommendationRoutes {

	private static final String ONE = "/api/recommendations/{id}";

	private static final ODataSupport LISTING = ODataSupport.filterAndPages("id", "productName", "vendor",
			"recommendedVersion", "recommendationCategory", "subCategory", "severityScore", "remediationType",
			"recommendedProgram", "recommendedVendor", "status");

	List<Operation> operations() {
		return Stream
			.of(get("recommendations.list", "/api/recommendations", PostureAccess.RECOMMENDATIONS,
					(_) -> new Answer.Rows(Inventory.recommendations().stream().map(RecommendationView::of).toList(),
							RecommendationView.SET))
				.odata(LISTING),
					get("recommendations.get", ONE, PostureAccess.RECOMMENDATIONS,
							(call) -> Answer.found(RecommendationView.of(named(call)), RecommendationView.SET)),
					get("recommendations.software", ONE + "/software",
							PostureAccess.RECOMMENDATIONS.roles("Software.Read.All"), this::software),
					get("recommendations.machineReferences", ONE + "/machineReferences", PostureAccess.RECOMMENDATIONS,
							(call) -> MachineReferences.of(call, named(call).exposed())),
					get("recommendations.vulnerabilities", ONE + "/vulnerabilities", PostureAccess.VULNERABILITIES,
							(call) -> new Answer.Values(VulnerabilityView.of(named(call).weaknesses()),
									VulnerabilityView.SET)))
			.map(Operation::unlimited)
			.toList();
	}

	private static Recommendation named(Call call) {
		return Inventory.recommendations()
			.stream()
			.filter((recommendation) -> recommendation.id().equals(call.variable("id")))
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("Recommendation %s was not found.".formatted(call.variable("id"))));
	}

	/** Advice about a setting concerns no product; what Defender says then is unknown. */
	private Answer software(Call call) {
		Product product = named(call).product()
			.orElseThrow(() -> Refusal.notFound("The recommendation concerns no software."));
		return Answer.found(SoftwareView.of(product), SoftwareView.SET);
	}

}
