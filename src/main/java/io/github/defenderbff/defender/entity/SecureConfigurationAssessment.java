package io.github.defenderbff.defender.entity;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether a device has a configuration as it should. Source:
 * get-assessment-secure-config.md.
 */
public record SecureConfigurationAssessment(
		@Schema(description = Columns.DEVICE, example = Examples.MACHINE) @Nullable String deviceId,
		@Schema(description = Columns.DEVICE_NAME, example = Examples.MACHINE_NAME) @Nullable String deviceName,
		@Schema(description = Columns.PLATFORM, example = Examples.PLATFORM) @Nullable String osPlatform,
		@Schema(description = Columns.OS_VERSION, example = Examples.OS_VERSION) @Nullable String osVersion,
		@Schema(description = Columns.GROUP, example = Examples.DEVICE_GROUP) @Nullable String rbacGroupName,
		@Schema(description = Columns.GROUP_ID, example = Examples.GROUP_ID) @Nullable String rbacGroupId,
		@Schema(description = "When the device last reported it; a time without a zone",
				example = "2026-08-01 12:00:00") @Nullable String timestamp,
		@Schema(description = "The configuration",
				example = Examples.CONFIGURATION_ID) @Nullable String configurationId,
		@Schema(description = "Name of the configuration",
				example = "Turn on the firewall") @Nullable String configurationName,
		@Schema(description = "Category", allowableValues = {
				"Application", "OS", "Network", "Accounts",
				"Security controls" }) @Nullable String configurationCategory,
		@Schema(description = "Subcategory; may be empty") @Nullable String configurationSubcategory,
		@Schema(description = "Effect on the secure score, 1 to 10; sent as a number or as text",
				example = "8") @Nullable String configurationImpact,
		@Schema(description = "Whether it is as it should be") @Nullable Boolean isCompliant,
		@Schema(description = "Whether it applies to the device") @Nullable Boolean isApplicable,
		@Schema(description = "Whether people would notice the change") @Nullable Boolean isExpectedUserImpact,
		@Schema(description = Columns.RECOMMENDATION,
				example = Examples.CONFIGURATION_RECOMMENDATION_ID) @Nullable String recommendationReference){

}
