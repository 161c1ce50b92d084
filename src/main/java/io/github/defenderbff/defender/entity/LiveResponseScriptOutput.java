package io.github.defenderbff.defender.entity;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a script wrote: the JSON file behind the result link of RunScript, which this
 * service never fetches. Source: get-live-response-result.md.
 */
public record LiveResponseScriptOutput(
		@Schema(description = "The script",
				example = Examples.LIBRARY_FILE) @JsonProperty("script_name") @Nullable String scriptName,
		@Schema(description = "Exit code; zero means success",
				example = "0") @JsonProperty("exit_code") @Nullable Integer exitCode,
		@Schema(description = "What it wrote to standard output") @JsonProperty("script_output") @Nullable String scriptOutput,
		@Schema(description = "What it wrote to standard error") @JsonProperty("script_errors") @Nullable String scriptErrors) {

}
