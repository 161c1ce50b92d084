package io.github.defenderbff.defender.entity;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A baseline that devices are measured by. Source:
 * get-security-baselines-assessment-profiles.md.
 */
public record BaselineProfile(
		@Schema(description = "The profile id, a GUID", example = Examples.PROFILE_ID) @Nullable String id,
		@Schema(description = "Name", example = "Ships") @Nullable String name,
		@Schema(description = "What it is for") @Nullable String description,
		@Schema(description = "Benchmark", example = Examples.BENCHMARK) @Nullable String benchmark,
		@Schema(description = "Version of the benchmark", example = "2.0.0") @Nullable String version,
		@Schema(description = "Operating system it is for",
				example = Examples.PLATFORM) @Nullable String operatingSystem,
		@Schema(description = "Version of the operating system it is for",
				example = Examples.OS_VERSION) @Nullable String operatingSystemVersion,
		@Schema(description = "Whether devices are measured by it") @Nullable Boolean status,
		@Schema(description = "Level of the benchmark", example = "Level 1 (L1)") @Nullable String complianceLevel,
		@Schema(description = "Number of settings in it", example = "120") @Nullable Integer settingsNumber,
		@Schema(description = "Who made it", example = Examples.PERSON) @Nullable String createdBy,
		@Schema(description = "Who last changed it", example = Examples.PERSON) @Nullable String lastUpdatedBy,
		@Schema(description = "When it was made") @JsonAlias("createdOnTimestampUTC") @Nullable OffsetDateTime createdOnTimeOffset,
		@Schema(description = "When it was last changed") @JsonAlias("lastUpdateTimestampUTC") @Nullable OffsetDateTime lastUpdateTimeOffset,
		@Schema(description = "Number of devices with all settings as they should be",
				example = "40") @Nullable Integer passedDevices,
		@Schema(description = "Number of devices measured by it", example = "52") @Nullable Integer totalDevices) {

}
