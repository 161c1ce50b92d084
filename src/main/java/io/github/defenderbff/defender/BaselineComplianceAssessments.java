package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.BaselineComplianceAssessment;
import io.github.defenderbff.defender.entity.ExportFilesResponse;
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

/** How far each device complies with the baselines, for export. */
@DefenderApi("/api/machines")
@Tag(name = "Baseline compliance assessments",
		description = "How far each device complies with the baselines, for export")
interface BaselineComplianceAssessments {

	@GetExchange("/baselineComplianceAssessmentByMachine")
	@Operation(summary = "Export the compliance of each device with each baseline setting, in pages",
			description = ExportInPages.DESCRIPTION)
	@Requires(anyScope = Scope.SECURITY_BASELINES_ASSESSMENT_READ,
			anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT, inferred = Part.PRIVILEGE)
	@ExportInPages
	Payload<ODataCollection<BaselineComplianceAssessment>> exportJson(ODataQuery query);

	@GetExchange("/BaselineComplianceAssessmentExport")
	@Operation(summary = "Export the compliance of each device with each baseline setting, in files",
			description = ExportInFiles.DESCRIPTION)
	@Requires(anyScope = Scope.SECURITY_BASELINES_ASSESSMENT_READ,
			anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT, inferred = Part.PRIVILEGE)
	@ExportInFiles
	Payload<ExportFilesResponse> exportFiles(
			@RequestParam(required = false) @LinkHours @Nullable Integer sasValidHours);

}
