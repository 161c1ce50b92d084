package io.github.sandbox.organisation;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The named software, weaknesses and devices are what their names promise. */
class InventoryTests {

	@Test
	void northWorkstationHasSomethingOfEveryKind() {
		assertThat(Finding.on(Machines.NORTH_WORKSTATION)).extracting(Finding::weakness)
			.contains(Weaknesses.CARGO_PLANNER_EXECUTION);
		assertThat(Recommendations.UPDATE_CARGO_PLANNER.exposed()).contains(Machines.NORTH_WORKSTATION);
		assertThat(Recommendations.TAMPER_PROTECTION.exposed()).contains(Machines.NORTH_WORKSTATION);
		assertThat(WindowsUpdate.CUMULATIVE.missingOn()).contains(Machines.NORTH_WORKSTATION);
	}

	@Test
	void latestVersionsHaveNoWeakness() {
		assertThat(Products.ALL).allSatisfy((product) -> assertThat(product.weaknesses())
			.noneMatch((weakness) -> weakness.affects(product.latest())));
	}

	@Test
	void everyWeaknessIsSomewhereAndSomeVersionIsClean() {
		assertThat(Weaknesses.ALL).allSatisfy((weakness) -> assertThat(weakness.installations()).isNotEmpty()
			.hasSizeLessThan(weakness.product().installations().size()));
		assertThat(Products.REMOTE_SHELL.weaknesses()).isEmpty();
	}

	@Test
	void completedRemediationLeavesNoDeviceExposed() {
		assertThat(Remediation.DONE.targets()).isNotEmpty();
		assertThat(Remediation.DONE.exposed()).isEmpty();
		assertThat(Remediation.DONE.recommendation().exposed()).isEqualTo(List.of());
	}

}
