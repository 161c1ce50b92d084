package io.github.defenderbff.defender.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** How to scan a device, and why. Source: run-av-scan.md. */
@Schema(example = ScanRequest.EXAMPLE)
public record ScanRequest(
		@Schema(description = "Why, kept with the action") @JsonProperty("Comment") @NotBlank(
				message = CommentRequest.MANDATORY) @Nullable String comment,
		@Schema(description = "How thoroughly", allowableValues = {
				"Quick", "Full" }) @JsonProperty("ScanType") @NotBlank(
						message = "ScanType is mandatory: Quick or Full") @Pattern(regexp = "Quick|Full",
								message = "ScanType must be Quick or Full") @Nullable String scanType){

	/** A body as the sandbox takes it. */
	static final String EXAMPLE = "{\"Comment\": \"INC-4711: suspicious logons\", \"ScanType\": \"Quick\"}";

}
