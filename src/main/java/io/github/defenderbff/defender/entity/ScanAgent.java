package io.github.defenderbff.defender.entity;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A device that scans others. Source: get-all-scan-agents.md. */
public record ScanAgent(
		@Schema(description = "Tenant and device, joined by an underscore",
				example = Examples.SCAN_AGENT_ID) @Nullable String id,
		@Schema(description = Columns.DEVICE, example = Examples.MACHINE) @Nullable String machineId,
		@Schema(description = "When it last reported") @Nullable OffsetDateTime lastSeen,
		@Schema(description = Columns.DEVICE_NAME,
				example = Examples.MACHINE_NAME) @JsonAlias("machineName") @Nullable String computerDnsName,
		@Schema(description = "Id of its application") @JsonAlias("AssignedApplicationId") @Nullable String assignedApplicationId,
		@Schema(description = "Version of the scanner") @JsonAlias("ScannerSoftwareVersion") @Nullable String scannerSoftwareVersion,
		@Schema(description = "When it last ran a command") @JsonAlias("LastCommandExecutionTimestamp") @Nullable OffsetDateTime lastCommandExecutionTimestamp,
		@Schema(description = "Version of the sensor") @Nullable String mdeClientVersion) {

}
