package io.github.defenderbff.defender.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response action that takes nothing but a comment. Source:
 * unisolate-machine.md, collect-investigation-package.md and others.
 */
@Schema(example = CommentRequest.EXAMPLE)
public record CommentRequest(@Schema(description = "Why, kept with the action",
		example = "INC-4711: suspicious logons") @JsonProperty("Comment") @NotBlank(
				message = CommentRequest.MANDATORY) @Nullable String comment) {

	/** A body as the sandbox takes it. */
	static final String EXAMPLE = "{\"Comment\": \"INC-4711: suspicious logons\"}";

	/** What a missing comment is told, here and in the other actions. */
	static final String MANDATORY = "Comment is mandatory: it is kept with the action";

}
