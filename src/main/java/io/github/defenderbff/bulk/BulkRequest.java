package io.github.defenderbff.bulk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants done to many devices.
 *
 * @param machines the ids of 1 to 100 devices, each named once
 * @param comment why; Defender keeps it with each action, but for tags
 * @param isolationType for {@code isolate}
 * @param scanType for {@code runAntiVirusScan}
 * @param value the tag, for {@code tag}
 * @param action whether to put the tag on or take it off, for {@code tag}
 */
@Schema(example = BulkRequest.EXAMPLE)
record BulkRequest(
		@NotNull(message = "is missing") @Size(min = 1, max = 100,
				message = "must name between 1 and 100 devices") List<@NotNull(message = "must not be null") @Pattern(
						regexp = "[0-9a-fA-F]{40}",
						message = "must be a device id of 40 hexadecimal characters") String> machines,
		@NotBlank(message = "is mandatory: it says why") @Size(max = 4000,
				message = "must not be longer than 4000 characters") String comment,
		@Schema(allowableValues = {
				"Full", "Selective", "UnManagedDevice" }) @JsonProperty("IsolationType") @Nullable String isolationType,
		@Schema(allowableValues = { "Quick", "Full" }) @JsonProperty("ScanType") @Nullable String scanType,
		@JsonProperty("Value") @Size(max = 1000,
				message = "must not be longer than 1000 characters") @Nullable String value,
		@Schema(allowableValues = { "Add", "Remove" }) @JsonProperty("Action") @Nullable String action){

	/** A body as the sandbox takes it. */
	static final String EXAMPLE = "{\"machines\": [\"e6ced8caafea49f1e79dee46ea642fb29568b4e1\"], "
			+ "\"comment\": \"INC-4711: suspicious logons\"}";

	/** The properties that belong to an operation, as far as they are there. */
	Map<String, String> properties() {
		var all = new TreeMap<String, String>();
		put(all, "IsolationType", this.isolationType);
		put(all, "ScanType", this.scanType);
		put(all, "Value", this.value);
		put(all, "Action", this.action);
		return all;
	}

	private static void put(Map<String, String> all, String name, @Nullable String value) {
		if (value != null) {
			all.put(name, value);
		}
	}

}
