package io.github.defenderbff.defender.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Which file to stop and quarantine, and why. Source: stop-and-quarantine-file.md. */
public record QuarantineRequest(
		@Schema(description = "Why, kept with the action") @JsonProperty("Comment") @NotBlank(
				message = CommentRequest.MANDATORY) @Nullable String comment,
		@Schema(description = "SHA-1 of the file",
				example = "87662bc3d60e4200ceaf7aae249d1c343f4b83c9") @JsonProperty("Sha1") @NotBlank(
						message = "Sha1 is mandatory: it names the file") @Pattern(regexp = "[0-9a-fA-F]{40}",
								message = "Sha1 must be 40 hexadecimal characters") @Nullable String sha1) {

}
