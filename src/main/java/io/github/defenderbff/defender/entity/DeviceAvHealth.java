package io.github.defenderbff.defender.entity;

import java.time.OffsetDateTime;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Health of the antivirus on a device. Source:
 * device-health-export-antivirus-health-report-api.md.
 */
public record DeviceAvHealth(@Schema(description = Columns.DEVICE, example = Examples.MACHINE) @Nullable String id,
		@Schema(description = Columns.DEVICE, example = Examples.MACHINE) @Nullable String machineId,
		@Schema(description = Columns.DEVICE_NAME, example = Examples.MACHINE_NAME) @Nullable String computerDnsName,
		@Schema(description = "Family of the operating system", allowableValues = {
				"windows", "mac", "linux" }) @Nullable String osKind,
		@Schema(description = Columns.PLATFORM, example = Examples.PLATFORM) @Nullable String osPlatform,
		@Schema(description = Columns.OS_VERSION, example = Examples.OS_VERSION) @Nullable String osVersion,
		@Schema(description = "Mode: 0 active, 1 passive, 2 disabled, 4 EDR in block mode, 5 passive with audit; 3 or empty for another",
				allowableValues = { "", "0", "1", "2", "3", "4", "5" }) @Nullable String avMode,
		@Schema(description = "Version of the security intelligence",
				example = "1.415.12.0") @Nullable String avSignatureVersion,
		@Schema(description = "Version of the engine", example = "1.1.24060.5") @Nullable String avEngineVersion,
		@Schema(description = "Version of the platform", example = "4.18.24060.7") @Nullable String avPlatformVersion,
		@Schema(description = "When the device was last seen") @Nullable OffsetDateTime lastSeenTime,
		@Schema(description = "Result of the last quick scan; may be empty",
				allowableValues = { "Completed", "Canceled", "Failed" }) @Nullable String quickScanResult,
		@Schema(description = "Error code of the last quick scan; may be empty") @Nullable String quickScanError,
		@Schema(description = "End of the last quick scan") @Nullable OffsetDateTime quickScanTime,
		@Schema(description = "Result of the last full scan; may be empty",
				allowableValues = { "Completed", "Canceled", "Failed" }) @Nullable String fullScanResult,
		@Schema(description = "Error code of the last full scan; may be empty") @Nullable String fullScanError,
		@Schema(description = "End of the last full scan") @Nullable OffsetDateTime fullScanTime,
		@Schema(description = "When this row was made") @Nullable OffsetDateTime dataRefreshTimestamp,
		@Schema(description = "When the engine was updated") @Nullable OffsetDateTime avEngineUpdateTime,
		@Schema(description = "When the security intelligence was updated") @Nullable OffsetDateTime avSignatureUpdateTime,
		@Schema(description = "When the platform was updated") @Nullable OffsetDateTime avPlatformUpdateTime,
		@Schema(description = "Whether the security intelligence is up to date; a text",
				allowableValues = { "True", "False", "Unknown" }) @Nullable String avIsSignatureUpToDate,
		@Schema(description = "Whether the engine is up to date; a text",
				allowableValues = { "True", "False", "Unknown" }) @Nullable String avIsEngineUpToDate,
		@Schema(description = "Whether the platform is up to date; a text",
				allowableValues = { "True", "False", "Unknown" }) @Nullable String avIsPlatformUpToDate,
		@Schema(description = "When the security intelligence was published") @Nullable OffsetDateTime avSignaturePublishTime,
		@Schema(description = Columns.GROUP, example = Examples.DEVICE_GROUP) @Nullable String rbacGroupName,
		@Schema(description = Columns.GROUP_ID, example = Examples.GROUP_ID) @Nullable Long rbacGroupId){

}
