package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.ExportFilesResponse;
import io.github.defenderbff.defender.request.LinkHours;
import io.github.defenderbff.policy.Privilege;
import io.github.defenderbff.policy.Requires;
import io.github.defenderbff.policy.Requires.Part;
import io.github.defenderbff.relay.DefenderApi;
import io.github.defenderbff.relay.Payload;
import io.github.defenderbff.signin.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** What devices tell of themselves, for export. */
@DefenderApi("/api/Machines")
@Tag(name = "Information gathering assessments", description = "What devices tell of themselves, for export")
interface InformationGatheringAssessments {

	@GetExchange("/InfoGatheringExport")
	@Operation(summary = "Export what each device tells of itself and of its antivirus, in files",
			description = ExportInFiles.DESCRIPTION
					+ " Each line is a device; its health of the antivirus is in DeviceGatheredInfo. Another page of the "
					+ "documentation grants this route more calls and links of 24 hours; the stricter page is kept to.")
	@Requires(anyScope = Scope.VULNERABILITY_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = Part.PRIVILEGE)
	@ExportInFiles
	Payload<ExportFilesResponse> exportFiles(
			@RequestParam(required = false) @LinkHours @Nullable Integer sasValidHours);

}
