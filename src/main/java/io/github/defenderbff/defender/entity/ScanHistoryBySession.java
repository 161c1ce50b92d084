package io.github.defenderbff.defender.entity;

import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A run of a scan, target by target. Source: Get-scan-history-by-session.md. */
public record ScanHistoryBySession(@Schema(description = "The Entra tenant") @Nullable String orgId, @Schema(
		description = "The scan definition, only one",
		example = Examples.SCAN_DEFINITION_ID) @JsonProperty("ScanDefinitionIds") @Nullable String scanDefinitionIds,
		@Schema(description = "The run, only one",
				example = Examples.SESSION_ID) @JsonProperty("SessionIds") @Nullable String sessionIds,
		@Schema(description = "Number of targets that could be scanned",
				example = "4") @JsonProperty("NumberOfSuccessfullyScannedTargets") @Nullable Integer numberOfSuccessfullyScannedTargets,
		@Schema(description = "Number of targets",
				example = "5") @JsonProperty("NumberOfTargets") @Nullable Integer numberOfTargets,
		@Schema(description = "Result; an open list",
				example = "Success") @JsonProperty("ScanStatus") @Nullable String scanStatus,
		@Schema(description = "When it ran") @JsonProperty("LastScanned") @Nullable OffsetDateTime lastScanned,
		@Schema(description = "How each target went") @JsonProperty("ListScannedTargets") @Nullable List<ScannedTarget> listScannedTargets) {

	public ScanHistoryBySession {
		listScannedTargets = (listScannedTargets != null) ? listScannedTargets.stream().toList() : null;
	}

	/** How the scan of one target went. */
	@Schema(name = "ScannedTarget")
	public record ScannedTarget(
			@Schema(description = "Address",
					example = Examples.INTERNAL_ADDRESS) @JsonProperty("Ip") @Nullable String ip,
			@Schema(description = "Host name") @JsonProperty("Hostname") @Nullable String hostname,
			@Schema(description = "What the target says it is") @JsonProperty("ScannedDeviceDescription") @Nullable String scannedDeviceDescription,
			@Schema(description = "What went wrong; may be empty") @JsonProperty("ErrorMessage") @Nullable String errorMessage,
			@Schema(description = "Result; an open list",
					example = "Success") @JsonProperty("ScanStatus") @Nullable String scanStatus,
			@Schema(description = "How long it took, in hours, minutes and seconds",
					example = "00:00:42") @JsonProperty("ScanDuration") @Nullable String scanDuration) {

	}

}
