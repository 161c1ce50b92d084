package io.github.defenderbff.defender.request;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.defenderbff.defender.entity.Examples;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Indicators to create or update. Source: import-ti-indicators.md. */
@Schema(example = IndicatorImportRequest.EXAMPLE)
public record IndicatorImportRequest(
		@Schema(description = "The indicators, 500 at most") @JsonProperty("Indicators") @NotEmpty(
				message = "Indicators is mandatory: it holds what is created or updated") @Size(max = 500,
						message = "Indicators must hold at most 500 indicators") @Nullable List<@NotNull(
								message = "Indicators must not hold null") @Valid IndicatorRequest> indicators) {

	/** A body as the sandbox takes it. */
	static final String EXAMPLE = "{\"Indicators\": [{\"indicatorValue\": \"" + Examples.DOMAIN
			+ "\", \"indicatorType\": \"DomainName\", \"action\": \"Block\", \"title\": \"Cargo invoice\", "
			+ "\"description\": \"INC-4711\"}]}";

	public IndicatorImportRequest {
		indicators = (indicators != null) ? indicators.stream().toList() : null;
	}

}
