package io.github.sandbox.defender;

import java.util.List;
import java.util.stream.Stream;

import io.github.sandbox.organisation.DeviceGroup;
import io.github.sandbox.organisation.Finding;
import io.github.sandbox.organisation.Inventory;
import io.github.sandbox.organisation.Machine;
import io.github.sandbox.organisation.Organisation;

import static io.github.sandbox.defender.Operation.get;

/** How exposed and how well configured the company is. */
final class ScoreRoutes {

	private static final String SET = "ExposureScore";

	private final Organisation organisation = new Organisation();

	private final Estate estate;

	ScoreRoutes(Estate estate) {
		this.estate = estate;
	}

	List<Operation> operations() {
		return Stream
			.of(get("scores.exposure", "/api/exposureScore", PostureAccess.SCORES,
					(_) -> Answer.found(score(exposure(this.organisation.machines())).build(), SET)),
					get("scores.configuration", "/api/configurationScore", PostureAccess.SCORES,
							(_) -> Answer.found(score(configuration()).build(), "ConfigurationScore")),
					get("scores.exposureByMachineGroups", "/api/exposureScore/ByMachineGroups", PostureAccess.SCORES,
							this::byGroup))
			.map(Operation::unlimited)
			.toList();
	}

	private Answer byGroup(Call call) {
		return new Answer.Values(this.organisation.deviceGroups()
			.stream()
			.filter((group) -> call.caller().deviceGroups().contains(group.displayName()))
			.map(this::ofGroup)
			.toList(), SET);
	}

	private Entity ofGroup(DeviceGroup group) {
		List<Machine> machines = this.organisation.machines()
			.stream()
			.filter((machine) -> machine.group().equals(group))
			.toList();
		return score(exposure(machines)).with("rbacGroupName", group.displayName())
			.with("rbacGroupId", Integer.toString(group.id()))
			.build();
	}

	private Entity.Builder score(double score) {
		return Entity.builder().with("score", Math.round(score * 10) / 10.0).with("time", this.estate.now());
	}

	/** The mean over devices of what their weaknesses score, at most 100. */
	private static double exposure(List<Machine> machines) {
		return machines.stream()
			.mapToDouble((machine) -> Finding.on(machine)
				.stream()
				.mapToDouble((finding) -> finding.weakness().rating().cvss())
				.sum())
			.map((sum) -> Math.min(sum, 100))
			.average()
			.orElse(0);
	}

	private double configuration() {
		return Inventory.settings()
			.stream()
			.mapToDouble((setting) -> setting.impact()
					* this.organisation.machines().stream().filter(setting::setOn).count())
			.sum();
	}

}
