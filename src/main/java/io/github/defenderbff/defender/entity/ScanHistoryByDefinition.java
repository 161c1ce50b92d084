package io.github.defenderbff.defender.entity;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A run of a scan. Source: Get-scan-history-by-definition.md. */
public record ScanHistoryByDefinition(@Schema(description = "The scan definition, only one",
		example = Examples.SCAN_DEFINITION_ID) @JsonProperty("ScanDefinitionIds") @Nullable String scanDefinitionIds,
		@Schema(description = "When it ran") @JsonProperty("LastScanned") @Nullable OffsetDateTime lastScanned,
		@Schema(description = "Result; an open list",
				example = "Partial Success") @JsonProperty("ScanStatus") @Nullable String scanStatus,
		@Schema(description = "The device that scanned",
				example = Examples.MACHINE) @JsonProperty("ScannerId") @Nullable String scannerId) {

}
