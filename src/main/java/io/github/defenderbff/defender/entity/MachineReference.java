package io.github.defenderbff.defender.entity;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a list says of a device that it concerns. Source: get-machines-by-software.md. */
public record MachineReference(@Schema(description = Columns.DEVICE, example = Examples.MACHINE) @Nullable String id,
		@Schema(description = Columns.DEVICE_NAME, example = Examples.MACHINE_NAME) @Nullable String computerDnsName,
		@Schema(description = Columns.PLATFORM, example = Examples.PLATFORM) @Nullable String osPlatform,
		@Schema(description = "Device group, which decides who sees the device",
				example = Examples.DEVICE_GROUP) @Nullable String rbacGroupName) {

}
