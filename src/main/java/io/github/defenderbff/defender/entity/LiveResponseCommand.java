package io.github.defenderbff.defender.entity;

import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** A live response command. Source: run-live-response.md. */
public record LiveResponseCommand(@Schema(description = "What to do", allowableValues = {
		"PutFile", "RunScript", "GetFile" }) @NotBlank(
				message = "type is mandatory: PutFile, RunScript or GetFile") @Pattern(
						regexp = "PutFile|RunScript|GetFile",
						message = "type must be PutFile, RunScript or GetFile") @Nullable String type,
		@Schema(description = "FileName for PutFile, ScriptName and optionally Args for RunScript, Path for GetFile") @Nullable List<@NotNull(
				message = "params must not hold null") @Valid Param> params){

	private static final List<String> ORDER = List.of("PutFile", "RunScript", "GetFile");

	private static final List<String> KEYS = List.of("FileName", "ScriptName", "Path");

	public LiveResponseCommand {
		params = (params != null) ? params.stream().toList() : null;
	}

	/**
	 * The command's place in a request, where equals may repeat; -1 for an unknown one.
	 */
	public int rank() {
		return (this.type != null) ? ORDER.indexOf(this.type) : -1;
	}

	@AssertTrue(message = "params must hold FileName for PutFile, ScriptName for RunScript, Path for GetFile")
	boolean isComplete() {
		return rank() < 0 || holds(KEYS.get(rank()));
	}

	private boolean holds(String key) {
		return this.params != null
				&& this.params.stream().filter(Objects::nonNull).anyMatch((param) -> key.equals(param.key));
	}

	/** A parameter of a command. */
	@Schema(name = "LiveResponseParam")
	public record Param(@Schema(description = "Name", allowableValues = {
			"FileName", "ScriptName", "Args", "Path" }) @NotBlank(
					message = "key is mandatory: FileName, ScriptName, Args or Path") @Pattern(
							regexp = "FileName|ScriptName|Args|Path",
							message = "key must be FileName, ScriptName, Args or Path") @Nullable String key,
			@Schema(description = "Value") @NotBlank(
					message = "value is mandatory: it is what key stands for") @Nullable String value){

	}

}
