package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.ExportFilesResponse;
import io.github.defenderbff.defender.entity.HardwareFirmwareAssessment;
import io.github.defenderbff.defender.request.LinkHours;
import io.github.defenderbff.policy.Privilege;
import io.github.defenderbff.policy.Requires;
import io.github.defenderbff.policy.Requires.Part;
import io.github.defenderbff.relay.DefenderApi;
import io.github.defenderbff.relay.ODataCollection;
import io.github.defenderbff.relay.ODataQuery;
import io.github.defenderbff.relay.Payload;
import io.github.defenderbff.signin.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** Hardware and firmware of each device, for export. */
@DefenderApi("/api/machines")
@Tag(name = "Hardware and firmware assessments", description = "Hardware and firmware of each device, for export")
interface HardwareFirmwareAssessments {

	@GetExchange("/HardwareFirmwareInventoryByMachine")
	@Operation(summary = "Export the hardware and firmware of each device, in pages",
			description = ExportInPages.DESCRIPTION)
	@Requires(anyScope = Scope.SOFTWARE_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = Part.PRIVILEGE)
	@ExportInPages
	Payload<ODataCollection<HardwareFirmwareAssessment>> exportJson(ODataQuery query);

	@GetExchange("/HardwareFirmwareInventoryExport")
	@Operation(summary = "Export the hardware and firmware of each device, in files",
			description = ExportInFiles.DESCRIPTION)
	@Requires(anyScope = Scope.SOFTWARE_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = Part.PRIVILEGE)
	@ExportInFiles
	Payload<ExportFilesResponse> exportFiles(
			@RequestParam(required = false) @LinkHours @Nullable Integer sasValidHours);

}
