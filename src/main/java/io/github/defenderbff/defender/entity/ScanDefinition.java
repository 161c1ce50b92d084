package io.github.defenderbff.defender.entity;

import java.time.OffsetDateTime;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A scan that signs in to its targets. Source: get-all-scan-definitions.md. */
public record ScanDefinition(
		@Schema(description = "The scan definition id, a GUID",
				example = Examples.SCAN_DEFINITION_ID) @Nullable String id,
		@Schema(description = "What it scans", allowableValues = {
				"Windows", "Network" }) @Nullable String scanType,
		@Schema(description = "Name", example = Examples.SCAN_NAME) @Nullable String scanName,
		@Schema(description = "Whether it runs") @Nullable Boolean isActive,
		@Schema(description = "Addresses or host names, separated by commas",
				example = Examples.TARGET) @Nullable String target,
		@Schema(description = "The Entra tenant") @Nullable String orgId,
		@Schema(description = "Hours between runs", example = "24") @Nullable Integer intervalInHours,
		@Schema(description = "Who made it", example = Examples.PERSON) @Nullable String createdBy,
		@Schema(description = "What target holds; answers say Ip for addresses",
				allowableValues = { "IP Address", "Hostname" }) @Nullable String targetType,
		@Schema(description = "How it signs in; credentials are left out") @Nullable ScanAuthenticationParams scanAuthenticationParams,
		@Schema(description = "The device that scans") @Nullable ScanAgent scannerAgent,
		@Schema(description = "How the last run went") @Nullable LatestScan latestScan){

	/** How the last run went. */
	@Schema(name = "ScanDefinitionLatestScan")
	public record LatestScan(@Schema(description = "Result", example = "Fail") @Nullable String status,
			@Schema(description = "Why it failed") @Nullable String failureReason,
			@Schema(description = "When it ran") @Nullable OffsetDateTime executionDateTime) {

	}

}
