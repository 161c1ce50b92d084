package io.github.defenderbff.defender.request;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.defenderbff.defender.entity.Examples;
import io.github.defenderbff.defender.entity.LiveResponseCommand;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Commands to run on a device, and why. Source: run-live-response.md. */
@Schema(example = LiveResponseRequest.EXAMPLE)
public record LiveResponseRequest(@Schema(
		description = "PutFile commands first, then RunScript, then GetFile; the first that fails stops the rest") @JsonProperty("Commands") @NotEmpty(
				message = "Commands must hold at least one of PutFile, RunScript and GetFile") @Nullable List<@NotNull(
						message = "Commands must not hold null") @Valid LiveResponseCommand> commands,
		@Schema(description = "Why, kept with the action") @JsonProperty("Comment") @Nullable String comment) {

	/** A body as the sandbox takes it. */
	static final String EXAMPLE = "{\"Comment\": \"INC-4711: suspicious logons\", "
			+ "\"Commands\": [{\"type\": \"RunScript\", \"params\": [{\"key\": \"ScriptName\", \"value\": \""
			+ Examples.LIBRARY_FILE + "\"}]}, {\"type\": \"GetFile\", \"params\": [{\"key\": \"Path\", "
			+ "\"value\": \"C:\\\\logs\\\\collected.zip\"}]}]}";

	public LiveResponseRequest {
		commands = (commands != null) ? commands.stream().toList() : null;
	}

	@AssertTrue(message = "Commands must come in the order PutFile, RunScript, GetFile")
	boolean isInOrder() {
		if (this.commands == null) {
			return true;
		}
		var ranks = this.commands.stream().filter(Objects::nonNull).map(LiveResponseCommand::rank).toList();
		return ranks.stream().sorted().toList().equals(ranks);
	}

}
