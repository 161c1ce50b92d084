package io.github.sandbox.defender;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.github.sandbox.organisation.Baseline;
import io.github.sandbox.organisation.People;

/** How the API shows security baselines. */
final class BaselineView {

	private static final Instant CREATED = Instant.parse("2026-01-05T09:00:00Z");

	private static final String LEVEL = "Level 1 (L1)";

	private static final String BENCHMARK = "CIS";

	private BaselineView() {
	}

	static Entity profile(Baseline baseline) {
		return Entity.builder()
			.with("id", baseline.id())
			.with("name", baseline.title())
			.with("description", "What every device with this operating system should have.")
			.with("benchmark", BENCHMARK)
			.with("version", "1.0.0")
			.with("operatingSystem", baseline.platform().osPlatform())
			.with("operatingSystemVersion", baseline.platform().version())
			.with("status", true)
			.with("complianceLevel", LEVEL)
			.with("settingsNumber", baseline.rules().size())
			.with("createdBy", People.ADA_ADMIN.userPrincipalName())
			.with("lastUpdatedBy", null)
			.with("createdOnTimeOffset", CREATED)
			.with("lastUpdateTimeOffset", CREATED)
			.with("passedDevices", baseline.passed().size())
			.with("totalDevices", baseline.machines().size())
			.build();
	}

	static Stream<Entity> rules(Baseline baseline) {
		return baseline.rules().stream().map((rule) -> rule(baseline, rule));
	}

	private static Entity rule(Baseline baseline, Baseline.Rule rule) {
		return Entity.builder()
			.with("id", rule.id())
			.with("uniqueId", "%s_%s_%s".formatted(BENCHMARK, baseline.platform().osPlatform(), rule.id()))
			.with("benchmarkName", BENCHMARK)
			.with("benchmarkVersion", baseline.platform().osPlatform() + "-1.0.0")
			.with("name", rule.title())
			.with("description", "<p>%s.</p>".formatted(rule.title()))
			.with("category", rule.category())
			.with("complianceLevels", List.of(LEVEL))
			.with("cce", rule.cce())
			.with("rationale", "<p>It makes attacks harder.</p>")
			.with("source", List.of(rule.source()))
			.with("recommendedValue", List.of(rule.value()))
			.with("remediation", "<p>Set the value to <b>%s</b>.</p>".formatted(rule.value()))
			.with("isCustom", false)
			.build();
	}

}
