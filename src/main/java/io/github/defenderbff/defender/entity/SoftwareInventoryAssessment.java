package io.github.defenderbff.defender.entity;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A product on a device that has a product code (CPE). Source:
 * get-assessment-software-inventory.md.
 */
public record SoftwareInventoryAssessment(
		@Schema(description = Columns.DEVICE, example = Examples.MACHINE) @Nullable String deviceId,
		@Schema(description = Columns.DEVICE_NAME, example = Examples.MACHINE_NAME) @Nullable String deviceName,
		@Schema(description = Columns.PLATFORM, example = Examples.PLATFORM) @Nullable String osPlatform,
		@Schema(description = Columns.GROUP, example = Examples.DEVICE_GROUP) @Nullable String rbacGroupName,
		@Schema(description = Columns.GROUP_ID, example = Examples.GROUP_ID) @Nullable String rbacGroupId,
		@Schema(description = Columns.VENDOR, example = Examples.VENDOR) @Nullable String softwareVendor,
		@Schema(description = Columns.PRODUCT, example = Examples.PRODUCT) @Nullable String softwareName,
		@Schema(description = Columns.VERSION, example = Examples.VERSION) @Nullable String softwareVersion,
		@Schema(description = "Number of vulnerabilities it has on the device",
				example = "3") @Nullable Integer numberOfWeaknesses,
		@Schema(description = Columns.DISK) @Nullable List<String> diskPaths,
		@Schema(description = Columns.REGISTRY) @Nullable List<String> registryPaths,
		@Schema(description = "When it was first seen on the device",
				example = Examples.TIMESTAMP) @Nullable String softwareFirstSeenTimestamp,
		@Schema(description = "Whether the version (EOS Version) or the product (EOS Software) is out of support, or soon will be (Upcoming)",
				allowableValues = {
						"None", "EOS Version", "Upcoming EOS Version", "EOS Software",
						"Upcoming EOS Software" }) @Nullable String endOfSupportStatus,
		@Schema(description = "When support ends", example = Examples.TIMESTAMP) @Nullable String endOfSupportDate){

	public SoftwareInventoryAssessment {
		diskPaths = (diskPaths != null) ? diskPaths.stream().toList() : null;
		registryPaths = (registryPaths != null) ? registryPaths.stream().toList() : null;
	}

}
