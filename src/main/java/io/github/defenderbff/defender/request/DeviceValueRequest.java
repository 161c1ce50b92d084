package io.github.defenderbff.defender.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** The value of a device to the business. Source: set-device-value.md. */
@Schema(example = DeviceValueRequest.EXAMPLE)
public record DeviceValueRequest(@Schema(description = "The value", allowableValues = {
		"Normal", "Low", "High" }) @JsonProperty("DeviceValue") @NotBlank(
				message = "DeviceValue is mandatory: Normal, Low or High") @Pattern(regexp = "Normal|Low|High",
						message = "DeviceValue must be Normal, Low or High") @Nullable String deviceValue){

	/** A body as the sandbox takes it. */
	static final String EXAMPLE = "{\"DeviceValue\": \"High\"}";

}
