package io.github.defenderbff.defender.request;

import java.util.List;

import io.github.defenderbff.defender.entity.Examples;
import io.github.defenderbff.relay.NamesDevices;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** An alert to raise from a hunting event. Source: create-alert-by-reference.md. */
@Schema(example = CreateAlertRequest.EXAMPLE)
public record CreateAlertRequest(@Schema(description = "Exact time of the event, as hunting shows it",
		example = UtcTime.EXAMPLE) @NotBlank(message = "eventTime is mandatory: it finds the event") @UtcTime(
				message = "eventTime must be an ISO 8601 time in UTC, such as 2026-08-01T12:00:00Z") @Nullable String eventTime,
		@Schema(description = "ReportId of the event, as hunting shows it", example = "20776") @NotBlank(
				message = "reportId is mandatory: it finds the event") @Nullable String reportId,
		@Schema(description = "Device of the event", example = MachineId.EXAMPLE) @NotBlank(
				message = "machineId is mandatory: it names the device") @MachineId(
						message = "machineId must be a device id of 40 hexadecimal characters") @Nullable String machineId,
		@Schema(description = "Severity", allowableValues = {
				"Low", "Medium", "High" }) @NotBlank(message = "severity is mandatory: Low, Medium or High") @Pattern(
						regexp = "Low|Medium|High",
						message = "severity must be Low, Medium or High") @Nullable String severity,
		@Schema(description = "Title; an open alert of the same title on the device is extended") @NotBlank(
				message = "title is mandatory: it names the alert") @Nullable String title,
		@Schema(description = "What was seen") @NotBlank(
				message = "description is mandatory: it says what was seen") @Nullable String description,
		@Schema(description = "What to do") @NotBlank(
				message = "recommendedAction is mandatory: it says what to do") @Nullable String recommendedAction,
		@Schema(description = "Category",
				allowableValues = { "General", "CommandAndControl", "Collection", "CredentialAccess", "DefenseEvasion",
						"Discovery", "Exfiltration", "Exploit", "Execution", "InitialAccess", "LateralMovement",
						"Malware", "Persistence", "PrivilegeEscalation", "Ransomware",
						"SuspiciousActivity" }) @NotBlank(
								message = "category is mandatory: one of those documented, such as Malware") @Pattern(
										regexp = CreateAlertRequest.CATEGORY,
										message = CreateAlertRequest.CATEGORIES) @Nullable String category)
		implements
			NamesDevices{

	/** A body as the sandbox takes it. */
	static final String EXAMPLE = "{\"eventTime\": \"" + UtcTime.EXAMPLE
			+ "\", \"reportId\": \"20776\", \"machineId\": \"" + Examples.MACHINE
			+ "\", \"severity\": \"Medium\", \"title\": \"Logons out of hours\", "
			+ "\"description\": \"Found while hunting\", \"recommendedAction\": \"Ask the owner\", "
			+ "\"category\": \"SuspiciousActivity\"}";

	static final String CATEGORY = "General|CommandAndControl|Collection|CredentialAccess|DefenseEvasion|Discovery"
			+ "|Exfiltration|Exploit|Execution|InitialAccess|LateralMovement|Malware|Persistence|PrivilegeEscalation"
			+ "|Ransomware|SuspiciousActivity";

	static final String CATEGORIES = "category must be General, CommandAndControl, Collection, CredentialAccess, "
			+ "DefenseEvasion, Discovery, Exfiltration, Exploit, Execution, InitialAccess, LateralMovement, Malware, "
			+ "Persistence, PrivilegeEscalation, Ransomware or SuspiciousActivity";

	@Override
	public List<String> deviceIds() {
		return (this.machineId != null) ? List.of(this.machineId) : List.of();
	}

}
