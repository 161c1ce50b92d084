package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.BrowserExtensionAssessment;
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

/** Browser extensions on each device, for export. */
@DefenderApi("/api")
@Tag(name = "Browser extension assessments", description = "Browser extensions on each device, for export")
interface BrowserExtensionAssessments {

	@GetExchange("/Machines/BrowserExtensionsInventoryByMachine")
	@Operation(summary = "Export the browser extensions on each device, in pages",
			description = ExportInPages.DESCRIPTION)
	@Requires(anyScope = Scope.SOFTWARE_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = Part.PRIVILEGE)
	@ExportInPages
	Payload<ODataCollection<BrowserExtensionAssessment>> exportJson(ODataQuery query);

	@GetExchange("/machines/browserextensionsinventoryExport")
	@Operation(summary = "Export the browser extensions on each device, in files",
			description = ExportInFiles.DESCRIPTION)
	@Requires(anyScope = Scope.SOFTWARE_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = Part.PRIVILEGE)
	@ExportInFiles
	Payload<ExportFilesResponse> exportFiles(
			@RequestParam(required = false) @LinkHours @Nullable Integer sasValidHours);

}
