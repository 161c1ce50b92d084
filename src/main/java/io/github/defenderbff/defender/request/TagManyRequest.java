package io.github.defenderbff.defender.request;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.defenderbff.defender.entity.Examples;
import io.github.defenderbff.relay.NamesDevices;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A tag to put on many devices or take off. Source:
 * add-or-remove-multiple-machine-tags.md.
 */
@Schema(example = TagManyRequest.EXAMPLE)
public record TagManyRequest(
		@Schema(description = "The tag", example = "crown-jewel") @JsonProperty("Value") @NotBlank(
				message = TagRequest.VALUE) @Nullable String value,
		@Schema(description = "Whether to put it on or take it off", allowableValues = {
				"Add", "Remove" }) @JsonProperty("Action") @NotBlank(message = TagRequest.ACTION) @Pattern(
						regexp = "Add|Remove", message = TagRequest.ACTIONS) @Nullable String action,
		@Schema(description = "The devices") @JsonProperty("MachineIds") @NotEmpty(
				message = "MachineIds is mandatory: it names the devices") @Size(max = 500,
						message = "MachineIds must hold at most 500 device ids") @Nullable List<@NotNull(
								message = TagManyRequest.IDS) @MachineId(
										message = TagManyRequest.IDS) String> machineIds)
		implements
			NamesDevices{

	/** A body as the sandbox takes it. */
	static final String EXAMPLE = "{\"Value\": \"crown-jewel\", \"Action\": \"Add\", \"MachineIds\": [\""
			+ Examples.MACHINE + "\"]}";

	static final String IDS = "MachineIds must hold device ids of 40 hexadecimal characters";

	public TagManyRequest {
		machineIds = (machineIds != null) ? machineIds.stream().toList() : null;
	}

	@Override
	public List<String> deviceIds() {
		return (this.machineIds != null) ? this.machineIds.stream().filter(Objects::nonNull).toList() : List.of();
	}

}
