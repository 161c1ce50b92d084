package io.github.sandbox.defender;

import java.util.List;

import io.github.sandbox.organisation.Machine;
import io.github.sandbox.organisation.Recommendation;

/** How the API shows advice. */
final class RecommendationView {

	static final String SET = "Recommendations";

	private RecommendationView() {
	}

	static Entity of(Recommendation recommendation) {
		List<Machine> exposed = recommendation.exposed();
		return Entity.builder()
			.with("id", recommendation.id())
			.with(change(recommendation.change()))
			.with("recommendationName", recommendation.title())
			.with("weaknesses", recommendation.weaknesses().size())
			.with("subCategory", "")
			.with("publicExploit",
					recommendation.weaknesses().stream().anyMatch((weakness) -> weakness.rating().publicExploit()))
			.with("activeAlert", false)
			.with("associatedThreats", List.of())
			.with("status", "Active")
			.with("exposureImpact", exposed.size() / 10.0)
			.with("totalMachineCount", recommendation.applicable().size())
			.with("exposedMachinesCount", exposed.size())
			.with("nonProductivityImpactedAssets", exposed.size())
			.with("hasUnpatchableCve", false)
			.with("tags", List.of())
			.with("exposedCriticalDevices",
					exposed.stream().filter((machine) -> machine.deviceValue().equals("High")).count())
			.build();
	}

	private static Entity change(Recommendation.Change change) {
		return Entity.builder()
			.with("productName", change.product())
			.with("vendor", change.vendor())
			.with("recommendedVersion", change.version())
			.with("recommendedProgram", change.version().isEmpty() ? "" : change.product())
			.with("recommendedVendor", change.version().isEmpty() ? "" : change.vendor())
			.with("recommendationCategory", change.category())
			.with("severityScore", change.impact())
			.with("remediationType", change.type())
			.with("configScoreImpact", change.impact())
			.with("relatedComponent", change.product())
			.build();
	}

}
