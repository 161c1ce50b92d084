package io.github.defenderbff.defender.request;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.defenderbff.defender.entity.Examples;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which scan definitions to delete or to show the runs of. Source:
 * add-a-new-scan-definition.md, Get-scan-history-by-definition.md.
 */
@Schema(example = ScanDefinitionsRequest.EXAMPLE)
public record ScanDefinitionsRequest(@Schema(description = "The scan definitions",
		example = "[\"" + ScanDefinitionId.EXAMPLE + "\"]") @JsonProperty("ScanDefinitionIds") @NotEmpty(
				message = "ScanDefinitionIds is mandatory: it names the scan definitions") @Size(max = 500,
						message = "ScanDefinitionIds must hold at most 500 scan definition ids") @Nullable List<@NotNull(
								message = ScanDefinitionsRequest.IDS) @ScanDefinitionId(
										message = ScanDefinitionsRequest.IDS) String> scanDefinitionIds) {

	/** A body as the sandbox takes it. */
	static final String EXAMPLE = "{\"ScanDefinitionIds\": [\"" + Examples.SCAN_DEFINITION_ID + "\"]}";

	static final String IDS = "ScanDefinitionIds must hold scan definition ids, which are GUIDs";

	public ScanDefinitionsRequest {
		scanDefinitionIds = (scanDefinitionIds != null) ? scanDefinitionIds.stream().toList() : null;
	}

}
