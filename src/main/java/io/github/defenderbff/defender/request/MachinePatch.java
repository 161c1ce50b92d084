package io.github.defenderbff.defender.request;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** A change to a device's tags or value. Source: update-machine-method.md. */
@Schema(example = MachinePatch.EXAMPLE)
public record MachinePatch(
		@Schema(description = "Every tag to keep and to add; tags left out are taken off") @Nullable List<@NotBlank(
				message = "machineTags must not hold an empty tag") String> machineTags,
		@Schema(description = "The value of the device to the business", allowableValues = {
				"Normal", "Low", "High" }) @Pattern(regexp = "Normal|Low|High",
						message = "deviceValue must be Normal, Low or High") @Nullable String deviceValue){

	/** A body as the sandbox takes it. */
	static final String EXAMPLE = "{\"machineTags\": [\"site:office\", \"crown-jewel\"], \"deviceValue\": \"High\"}";

	public MachinePatch {
		machineTags = (machineTags != null) ? machineTags.stream().toList() : null;
	}

	@AssertTrue(message = "machineTags or deviceValue is mandatory: nothing would change")
	boolean isChange() {
		return this.machineTags != null || this.deviceValue != null;
	}

}
