package io.github.defenderbff.defender.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.defenderbff.defender.entity.Examples;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A hunting query. Source: run-advanced-query-api.md. */
@Schema(example = QueryRequest.EXAMPLE)
public record QueryRequest(@Schema(description = "The query, in Kusto's language",
		example = Examples.QUERY) @JsonProperty("Query") @NotBlank(
				message = "Query is mandatory: it is what is run") @Size(max = QueryRequest.LONGEST,
						message = "Query must not be longer than " + QueryRequest.LONGEST
								+ " characters") @Nullable String query) {

	/** A body as the sandbox takes it. */
	static final String EXAMPLE = "{\"Query\": \"DeviceInfo | where MachineGroup == \\\"Executives\\\" | take 10\"}";

	/**
	 * No limit is documented. This is far beyond what people write, it is told as what it
	 * is before the size of the body is, and {@code hunting.max-query} is below it.
	 */
	static final int LONGEST = 100_000;

}
