package io.github.sandbox.defender;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.github.sandbox.organisation.Baseline;
import io.github.sandbox.organisation.Inventory;
import io.github.sandbox.organisation.Machine;
import io.github.sandbox.organisation.SecuritySetting;

/** Rows of the exports about settings. */
final class ConfigurationRows {

	private static final Duration COLLECTED = Duration.ofHours(3);

	private ConfigurationRows() {
	}

	static Stream<Entity> settings(Machine machine, Snapshot snapshot) {
		return Inventory.settings().stream().map((setting) -> setting(machine, setting, snapshot));
	}

	private static Entity setting(Machine machine, SecuritySetting setting, Snapshot snapshot) {
		boolean inControls = setting.category().equals("SecurityControls");
		return DeviceColumns.withPlatform(machine)
			.with("osVersion", machine.platform().version())
			.with("timestamp", snapshot.before(machine.sinceLastSeen()))
			.with("configurationId", setting.id())
			.with("configurationName", setting.title())
			.with("configurationCategory", inControls ? "Security controls" : setting.category())
			.with("configurationSubcategory", "")
			.with("configurationImpact", Double.toString(setting.impact()))
			.with("isCompliant", setting.setOn(machine))
			.with("isApplicable", setting.appliesTo(machine))
			.with("isExpectedUserImpact", false)
			.with("recommendationReference", "sca-_-" + setting.id())
			.build();
	}

	static Stream<Entity> baselines(Machine machine, Snapshot snapshot) {
		return Baseline.all()
			.stream()
			.filter((baseline) -> baseline.appliesTo(machine))
			.flatMap((baseline) -> baseline.rules().stream().map((rule) -> rule(machine, baseline, rule, snapshot)));
	}

	private static Entity rule(Machine machine, Baseline baseline, Baseline.Rule rule, Snapshot snapshot) {
		return DeviceColumns.of(machine)
			.with("id", String.join("_", machine.id(), baseline.id(), rule.id()))
			.with("configurationId", rule.id())
			.with("profileId", baseline.id())
			.with("isApplicable", true)
			.with("isCompliant", rule.obeyedOn(machine))
			.with("osVersion", machine.platform().version())
			.with("osPlatform", machine.platform().osPlatform())
			.with("dataCollectionTimeOffset", snapshot.time().minus(COLLECTED))
			.with("complianceCalculationTimeOffset", snapshot.time())
			.with("recommendedValue", List.of(rule.value()))
			.with("currentValue", List.of(rule.obeyedOn(machine) ? rule.value() : "0"))
			.with("source", List.of(rule.source()))
			.build();
	}

}
