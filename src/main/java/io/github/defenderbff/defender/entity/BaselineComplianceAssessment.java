package io.github.defenderbff.defender.entity;

import java.time.OffsetDateTime;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether a device has a setting of a baseline as it should. Source:
 * export-security-baseline-assessment.md.
 */
public record BaselineComplianceAssessment(
		@Schema(description = "Device, profile and setting, joined") @Nullable String id,
		@Schema(description = "The setting, by its number in the benchmark",
				example = Examples.SETTING_ID) @Nullable String configurationId,
		@Schema(description = "The profile, a GUID", example = Examples.PROFILE_ID) @Nullable String profileId,
		@Schema(description = Columns.DEVICE, example = Examples.MACHINE) @Nullable String deviceId,
		@Schema(description = Columns.DEVICE_NAME, example = Examples.MACHINE_NAME) @Nullable String deviceName,
		@Schema(description = "Whether it applies to the device") @Nullable Boolean isApplicable,
		@Schema(description = "Whether it is as it should be") @Nullable Boolean isCompliant,
		@Schema(description = Columns.OS_VERSION, example = Examples.OS_VERSION) @Nullable String osVersion,
		@Schema(description = Columns.PLATFORM, example = Examples.PLATFORM) @Nullable String osPlatform,
		@Schema(description = Columns.GROUP_ID, example = Examples.GROUP_ID) @Nullable Integer rbacGroupId,
		@Schema(description = Columns.GROUP, example = Examples.DEVICE_GROUP) @Nullable String rbacGroupName,
		@Schema(description = "When the device reported; may be absent") @Nullable OffsetDateTime dataCollectionTimeOffset,
		@Schema(description = "When it was judged; documented, but not in the answers shown") @Nullable OffsetDateTime complianceCalculationTimeOffset,
		@Schema(description = "What it should be",
				example = Examples.SETTING_VALUES) @Nullable List<String> recommendedValue,
		@Schema(description = "What it is", example = "[\"8\"]") @Nullable List<String> currentValue,
		@Schema(description = Columns.SOURCE) @Nullable List<String> source) {

	public BaselineComplianceAssessment {
		recommendedValue = (recommendedValue != null) ? recommendedValue.stream().toList() : null;
		currentValue = (currentValue != null) ? currentValue.stream().toList() : null;
		source = (source != null) ? source.stream().toList() : null;
	}

}
