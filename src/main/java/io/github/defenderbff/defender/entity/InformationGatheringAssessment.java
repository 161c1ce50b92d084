package io.github.defenderbff.defender.entity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line of the information gathering files: what a device told of itself. Source:
 * get-assessment-information-gathering.md.
 */
public record InformationGatheringAssessment(
		@Schema(description = Columns.DEVICE,
				example = Examples.MACHINE) @JsonProperty("DeviceId") @Nullable String deviceId,
		@Schema(description = Columns.DEVICE_NAME,
				example = Examples.MACHINE_NAME) @JsonProperty("DeviceName") @Nullable String deviceName,
		@Schema(description = "What was gathered") @JsonProperty("AdditionalFields") @Nullable Map<String, Object> additionalFields,
		@Schema(description = "Health of the antivirus") @JsonProperty("DeviceGatheredInfo") @Nullable Map<String, Object> deviceGatheredInfo,
		@Schema(description = Columns.GROUP_ID, example = Examples.GROUP_ID) @Nullable Integer rbacGroupId) {

	public InformationGatheringAssessment {
		additionalFields = (additionalFields != null)
				? Collections.unmodifiableMap(new LinkedHashMap<>(additionalFields)) : null;
		deviceGatheredInfo = (deviceGatheredInfo != null)
				? Collections.unmodifiableMap(new LinkedHashMap<>(deviceGatheredInfo)) : null;
	}

}
