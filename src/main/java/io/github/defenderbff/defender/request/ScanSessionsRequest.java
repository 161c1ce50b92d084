package io.github.defenderbff.defender.request;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.defenderbff.defender.entity.Examples;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Which runs of scans to show. Source: Get-scan-history-by-session.md. */
@Schema(example = ScanSessionsRequest.EXAMPLE)
public record ScanSessionsRequest(@Schema(description = "The runs",
		example = "[\"" + Examples.SESSION_ID + "\"]") @JsonProperty("SessionIds") @NotEmpty(
				message = "SessionIds is mandatory: it names the runs") @Size(max = 500,
						message = "SessionIds must hold at most 500 ids") @Nullable List<@NotBlank(
								message = "SessionIds must not hold an empty id") String> sessionIds) {

	/** A body as the sandbox takes it. */
	static final String EXAMPLE = "{\"SessionIds\": [\"" + Examples.SESSION_ID + "\"]}";

	public ScanSessionsRequest {
		sessionIds = (sessionIds != null) ? sessionIds.stream().toList() : null;
	}

}
