package io.github.sandbox.defender;

import java.util.List;
import java.util.stream.Stream;

import io.github.sandbox.organisation.Organisation;

import static io.github.sandbox.defender.Operation.get;
import static io.github.sandbox.defender.PostureAccess.BASELINE_ASSESSMENTS;
import static io.github.sandbox.defender.PostureAccess.SOFTWARE;
import static io.github.sandbox.defender.PostureAccess.VULNERABILITIES;

/** Every assessment of every device the caller sees, as pages or as files. */
final class ExportRoutes {

	private static final String MACHINES = "/api/machines/";

	private static final int HOURS = 6;

	private static final List<Export> EXPORTS = List.of(
			new Export("secureConfigurationAssessments", VULNERABILITIES, "SecureConfigurationsAssessmentByMachine",
					"SecureConfigurationsAssessmentExport", HOURS, "SecureConfigurationAssessment",
					ConfigurationRows::settings),
			new Export("softwareInventoryAssessments", SOFTWARE, "SoftwareInventoryByMachine",
					"SoftwareInventoryExport", HOURS, "SoftwareInventoryAssessment", InventoryRows::software),
			new Export("nonCpeSoftwareInventoryAssessments", SOFTWARE, "SoftwareInventoryNoProductCodeByMachine",
					"SoftwareInventoryNonCpeExport", HOURS, "NonCpeSoftwareInventoryAssessment",
					InventoryRows::withoutProductCode),
			new Export("softwareVulnerabilityAssessments", VULNERABILITIES, "SoftwareVulnerabilitiesByMachine",
					"SoftwareVulnerabilitiesExport", HOURS, "SoftwareVulnerabilityAssessment", VulnerabilityRows::all),
			new Export("browserExtensionAssessments", SOFTWARE, "BrowserExtensionsInventoryByMachine",
					"browserextensionsinventoryExport", HOURS, "BrowserExtensionAssessment", InventoryRows::extensions),
			new Export("certificateAssessments", VULNERABILITIES, "certificateAssessmentByMachine",
					"certificateAssessmentExport", 24, "CertificateAssessment", InventoryRows::certificates),
			new Export("hardwareFirmwareAssessments", SOFTWARE, "HardwareFirmwareInventoryByMachine",
					"HardwareFirmwareInventoryExport", HOURS, "HardwareFirmwareAssessment", InventoryRows::components),
			new Export("baselineComplianceAssessments", BASELINE_ASSESSMENTS, "baselineComplianceAssessmentByMachine",
					"BaselineComplianceAssessmentExport", HOURS, "BaselineComplianceAssessment",
					ConfigurationRows::baselines));

	/** Exists as files only. */
	private static final Export GATHERED = new Export("informationGatheringAssessments", VULNERABILITIES, "",
			"InfoGatheringExport", HOURS, "InformationGatheringAssessment", (_, _) -> Stream.empty());

	private final Organisation organisation = new Organisation();

	private final Estate estate;

	private final ExportFiles files;

	ExportRoutes(Estate estate) {
		this.estate = estate;
		this.files = new ExportFiles(estate);
	}

	List<Operation> operations() {
		Stream<Operation> json = EXPORTS.stream()
			.map((export) -> get(export.id() + ".exportJson", MACHINES + export.json(), export.access(),
					(call) -> rows(call, export)));
		Operation delta = get("softwareVulnerabilityAssessments.exportDelta",
				MACHINES + "SoftwareVulnerabilityChangesByMachine", VULNERABILITIES, this::changes);
		Stream<Operation> files = Stream.concat(EXPORTS.stream(), Stream.of(GATHERED))
			.map((export) -> get(export.id() + ".exportFiles", MACHINES + export.files(), export.access(),
					(call) -> this.files.of(call, export)));
		return Stream
			.concat(Stream.concat(json, Stream.of(delta)).map((operation) -> operation.perMinute(30)),
					files.map((operation) -> operation.perMinute(5)))
			.toList();
	}

	private Answer rows(Call call, Export export) {
		ExportPage page = ExportPage.of(call);
		Snapshot snapshot = Snapshot.at(this.estate.now());
		return page.of(rows(call, export.rows(), snapshot), export.entity());
	}

	private Answer changes(Call call) {
		ExportPage page = ExportPage.of(call);
		Snapshot since = DeltaWindow.of(call, this.estate.now());
		Snapshot snapshot = Snapshot.at(this.estate.now());
		Export.Rows changes = (machine, current) -> VulnerabilityRows.changes(machine, current, since);
		return page.of(rows(call, changes, snapshot), "SoftwareVulnerabilityDelta");
	}

	private List<Entity> rows(Call call, Export.Rows rows, Snapshot snapshot) {
		return this.organisation.machines()
			.stream()
			.filter(call.caller()::sees)
			.flatMap((machine) -> rows.of(machine, snapshot))
			.toList();
	}

}
