package io.github.defenderbff.defender.entity;

import java.time.OffsetDateTime;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An automated investigation of a device. Source: investigation.md. */
public record Investigation(
		@Schema(description = "The investigation id", example = Examples.INVESTIGATION) @Nullable String id,
		@Schema(description = "Start") @Nullable OffsetDateTime startTime,
		@Schema(description = "End; null while it runs") @Nullable OffsetDateTime endTime,
		@Schema(description = "How far it is, or how it ended", allowableValues = {
				"Unknown", "Terminated", "SuccessfullyRemediated", "Benign", "Failed", "PartiallyRemediated", "Running",
				"PendingApproval", "PendingResource", "PartiallyInvestigated", "TerminatedByUser", "TerminatedBySystem",
				"Queued", "InnerFailure", "PreexistingAlert", "UnsupportedOs", "UnsupportedAlertType",
				"SuppressedAlert" }) @Nullable String state,
		@Schema(description = "Who cancelled it: the id of a person or an application") @Nullable String cancelledBy,
		@Schema(description = "More on its state") @Nullable String statusDetails,
		@Schema(description = "The device", example = Examples.MACHINE) @Nullable String machineId,
		@Schema(description = "The device's name", example = Examples.MACHINE_NAME) @Nullable String computerDnsName,
		@Schema(description = "The alert that triggered it",
				example = Examples.ALERT) @Nullable String triggeringAlertId){

}
