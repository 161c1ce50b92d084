package io.github.defenderbff.defender.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why an action is cancelled. Source: cancel-machine-action.md. */
@Schema(example = CancelRequest.EXAMPLE)
public record CancelRequest(
		@Schema(description = "Why, kept with the action") @JsonProperty("Comment") @Nullable String comment) {

	/** A body as the sandbox takes it. */
	static final String EXAMPLE = "{\"Comment\": \"INC-4711: false alarm\"}";

}
