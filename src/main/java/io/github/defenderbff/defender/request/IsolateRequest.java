package io.github.defenderbff.defender.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** How to isolate a device, and why. Source: isolate-machine.md. */
@Schema(example = IsolateRequest.EXAMPLE)
public record IsolateRequest(
		@Schema(description = "Why, kept with the action") @JsonProperty("Comment") @NotBlank(
				message = CommentRequest.MANDATORY) @Nullable String comment,
		@Schema(description = "Selective leaves some applications connected; UnManagedDevice contains a device without a sensor",
				allowableValues = {
						"Full", "Selective", "UnManagedDevice" }) @JsonProperty("IsolationType") @Pattern(
								regexp = "Full|Selective|UnManagedDevice",
								message = "IsolationType must be Full, Selective or UnManagedDevice") @Nullable String isolationType){

	/** A body as the sandbox takes it. */
	static final String EXAMPLE = "{\"Comment\": \"INC-4711: suspicious logons\", \"IsolationType\": \"Full\"}";

}
