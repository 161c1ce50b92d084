package io.github.defenderbff.defender.entity;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A product on a device that has no product code (CPE). Source:
 * get-assessment-non-cpe-software-inventory.md.
 */
public record NonCpeSoftwareInventoryAssessment(
		@Schema(description = Columns.DEVICE, example = Examples.MACHINE) @Nullable String deviceId,
		@Schema(description = Columns.DEVICE_NAME, example = Examples.MACHINE_NAME) @Nullable String deviceName,
		@Schema(description = Columns.PLATFORM, example = Examples.PLATFORM) @Nullable String osPlatform,
		@Schema(description = Columns.GROUP, example = Examples.DEVICE_GROUP) @Nullable String rbacGroupName,
		@Schema(description = Columns.GROUP_ID, example = Examples.GROUP_ID) @Nullable Integer rbacGroupId,
		@Schema(description = Columns.VENDOR, example = Examples.VENDOR) @Nullable String softwareVendor,
		@Schema(description = Columns.PRODUCT, example = Examples.PRODUCT) @Nullable String softwareName,
		@Schema(description = Columns.VERSION, example = Examples.VERSION) @Nullable String softwareVersion,
		@Schema(description = "When it was last seen on the device",
				example = Examples.TIMESTAMP) @Nullable String softwareLastSeenTimestamp) {

}
