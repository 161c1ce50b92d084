package io.github.defenderbff.defender.entity;

import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A response action on a device, from request to outcome. Source: machineaction.md. */
public record MachineAction(
		@Schema(description = "The action id, a GUID", example = Examples.ACTION) @Nullable String id,
		@Schema(description = "Kind of action", allowableValues = {
				"RunAntiVirusScan", "Offboard", "LiveResponse", "CollectInvestigationPackage", "Isolate", "Unisolate",
				"StopAndQuarantineFile", "RestrictCodeExecution", "UnrestrictCodeExecution" }) @Nullable String type,
		@Schema(description = "Full or Selective for an isolation, Quick or Full for a scan, null otherwise",
				allowableValues = { "Full", "Selective", "Quick" }) @Nullable String scope,
		@Schema(description = "Who asked for it") @Nullable String requestor,
		@Schema(description = "The application through which it was asked") @Nullable String requestSource,
		@Schema(description = "The comment given with the request") @Nullable String requestorComment,
		@Schema(description = "Correlation id of the requestor") @Nullable String externalID,
		@Schema(description = "Commands of a live response and how they went") @Nullable List<CommandResult> commands,
		@Schema(description = "How far it is; the last four are final",
				allowableValues = { "Pending", "InProgress", "Succeeded", "Failed", "TimeOut",
						"Cancelled" }) @Nullable String status,
		@Schema(description = "The device") @Nullable String machineId,
		@Schema(description = "The device's name") @Nullable String computerDnsName,
		@Schema(description = "When it was asked for") @Nullable OffsetDateTime creationDateTimeUtc,
		@Schema(description = "When it last changed") @JsonAlias("lastUpdateTimeUtc") @Nullable OffsetDateTime lastUpdateDateTimeUtc,
		@Schema(description = "Who cancelled it") @Nullable String cancellationRequestor,
		@Schema(description = "The comment given with the cancellation") @Nullable String cancellationComment,
		@Schema(description = "When it was cancelled") @Nullable OffsetDateTime cancellationDateTimeUtc,
		@Schema(description = "Title") @Nullable String title,
		@Schema(description = "The file of an action on a file") @Nullable FileReference relatedFileInfo,
		@Schema(description = "Error code of the device; zero means none") @Nullable Integer errorHResult){

	public MachineAction {
		commands = (commands != null) ? commands.stream().toList() : null;
	}

	/** A command of a live response and how it went. */
	@Schema(name = "MachineActionCommandResult")
	public record CommandResult(
			@Schema(description = "Position from zero, as the result link takes it") @Nullable Integer index,
			@Schema(description = "Start") @Nullable OffsetDateTime startTime,
			@Schema(description = "End") @Nullable OffsetDateTime endTime,
			@Schema(description = "How far it is", allowableValues = {
					"Created", "Completed", "Failed" }) @Nullable String commandStatus,
			@Schema(description = "What went wrong") @Nullable List<String> errors,
			@Schema(description = "The command as requested") @Nullable LiveResponseCommand command){

		public CommandResult {
			errors = (errors != null) ? errors.stream().toList() : null;
		}

	}

	/** The file an action is about. */
	@Schema(name = "MachineActionFile")
	public record FileReference(@Schema(description = "The hash") @Nullable String fileIdentifier,
			@Schema(description = "Kind of hash", allowableValues = {
					"Sha1", "Sha256", "Md5" }) @Nullable String fileIdentifierType){

	}

}
