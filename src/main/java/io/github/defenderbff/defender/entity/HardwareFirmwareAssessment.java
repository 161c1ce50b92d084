package io.github.defenderbff.defender.entity;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A piece of hardware or firmware of a device. Source:
 * export-firmware-hardware-assessment.md.
 */
public record HardwareFirmwareAssessment(
		@Schema(description = Columns.DEVICE, example = Examples.MACHINE) @Nullable String deviceId,
		@Schema(description = Columns.GROUP_ID, example = Examples.GROUP_ID) @Nullable Integer rbacGroupId,
		@Schema(description = Columns.GROUP, example = Examples.DEVICE_GROUP) @Nullable String rbacGroupName,
		@Schema(description = Columns.DEVICE_NAME, example = Examples.MACHINE_NAME) @Nullable String deviceName,
		@Schema(description = "Kind of component; an open list", example = "Hardware") @Nullable String componentType,
		@Schema(description = "Maker", example = Examples.VENDOR) @Nullable String manufacturer,
		@Schema(description = "Name of the component", example = "Bridge 2") @Nullable String componentName,
		@Schema(description = Columns.VERSION, example = Examples.VERSION) @Nullable String componentVersion,
		@Schema(description = "More on it: JSON inside a text") @Nullable String additionalFields) {

}
