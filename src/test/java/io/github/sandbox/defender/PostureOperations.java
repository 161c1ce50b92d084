package io.github.sandbox.defender;

import java.util.List;
import java.util.stream.Stream;

/** Every operation of vulnerability management, scans and device health. */
final class PostureOperations {

	private PostureOperations() {
	}

	static List<Operation> of(Estate estate) {
		return Stream
			.of(new PostureRoutes(estate).operations(), new VulnerabilityRoutes().operations(),
					new SoftwareRoutes().operations(), new RecommendationRoutes().operations(),
					new ScoreRoutes(estate).operations(), new RemediationRoutes().operations(),
					new ExportRoutes(estate).operations(), new BaselineRoutes().operations(),
					new ScanDefinitionRoutes(estate).operations(), new ScanHistoryRoutes(estate).operations(),
					new ScanAgentRoutes(estate).operations(), new DeviceHealthRoutes(estate).operations())
			.flatMap(List::stream)
			.toList();
	}

}
