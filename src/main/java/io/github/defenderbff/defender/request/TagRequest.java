package io.github.defenderbff.defender.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** A tag to put on a device or take off. Source: add-or-remove-machine-tags.md. */
@Schema(example = TagRequest.EXAMPLE)
public record TagRequest(
		@Schema(description = "The tag", example = "crown-jewel") @JsonProperty("Value") @NotBlank(
				message = TagRequest.VALUE) @Nullable String value,
		@Schema(description = "Whether to put it on or take it off", allowableValues = {
				"Add", "Remove" }) @JsonProperty("Action") @NotBlank(message = TagRequest.ACTION) @Pattern(
						regexp = "Add|Remove", message = TagRequest.ACTIONS) @Nullable String action){

	/** A body as the sandbox takes it. */
	static final String EXAMPLE = "{\"Value\": \"crown-jewel\", \"Action\": \"Add\"}";

	/** What a missing value is told. */
	static final String VALUE = "Value is mandatory: it is the tag";

	/** What a missing action is told. */
	static final String ACTION = "Action is mandatory: Add or Remove";

	/** What a wrong action is told. */
	static final String ACTIONS = "Action must be Add or Remove";

}
