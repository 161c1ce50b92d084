package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.CertificateAssessment;
import io.github.defenderbff.defender.entity.ExportFilesResponse;
import io.github.defenderbff.policy.Privilege;
import io.github.defenderbff.policy.Requires;
import io.github.defenderbff.policy.Requires.Part;
import io.github.defenderbff.relay.DefenderApi;
import io.github.defenderbff.relay.ODataCollection;
import io.github.defenderbff.relay.ODataQuery;
import io.github.defenderbff.relay.Payload;
import io.github.defenderbff.signin.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** Certificates on each device, for export. */
@DefenderApi("/api/machines")
@Tag(name = "Certificate assessments", description = "Certificates on each device, for export")
interface CertificateAssessments {

	@GetExchange("/certificateAssessmentByMachine")
	@Operation(summary = "Export the certificates on each device, in pages", description = ExportInPages.DESCRIPTION)
	@Requires(anyScope = Scope.VULNERABILITY_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = Part.PRIVILEGE)
	@ExportInPages
	Payload<ODataCollection<CertificateAssessment>> exportJson(ODataQuery query);

	@GetExchange("/certificateAssessmentExport")
	@Operation(summary = "Export the certificates on each device, in files", description = ExportInFiles.DESCRIPTION)
	@Requires(anyScope = Scope.VULNERABILITY_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = Part.PRIVILEGE)
	@ExportInFiles
	Payload<ExportFilesResponse> exportFiles(
			@RequestParam(required = false) @Min(value = 1, message = CertificateAssessments.DAY) @Max(value = 24,
					message = CertificateAssessments.DAY) @Parameter(
							description = "How many hours the links are valid; 3 if it is left out",
							example = "1") @Nullable Integer sasValidHours);

	/** What a wrong lifetime of the links is told. */
	String DAY = "must be a number of hours from 1 to 24";

}
