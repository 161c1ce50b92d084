package io.github.defenderbff.defender.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.defenderbff.defender.entity.Examples;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** Which file to stop and quarantine, and why. Source: stop-and-quarantine-file.md. */
@Schema(example = QuarantineRequest.EXAMPLE)
public record QuarantineRequest(
		@Schema(description = "Why, kept with the action") @JsonProperty("Comment") @NotBlank(
				message = CommentRequest.MANDATORY) @Nullable String comment,
		@Schema(description = "SHA-1 of the file", example = Examples.SHA1) @JsonProperty("Sha1") @NotBlank(
				message = "Sha1 is mandatory: it names the file") @Sha1(
						message = "Sha1 must be 40 hexadecimal characters") @Nullable String sha1) {

	/** A body as the sandbox takes it. */
	static final String EXAMPLE = "{\"Comment\": \"INC-4711: suspicious logons\", \"Sha1\": \"" + Examples.SHA1 + "\"}";

}
