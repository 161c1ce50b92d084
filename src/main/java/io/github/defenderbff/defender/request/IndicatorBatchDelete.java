package io.github.defenderbff.defender.request;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.defenderbff.defender.entity.Examples;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Indicators to delete. Source: batch-delete-ti-indicators.md. */
@Schema(example = IndicatorBatchDelete.EXAMPLE)
public record IndicatorBatchDelete(
		@Schema(description = "The indicators' ids, 500 at most") @JsonProperty("IndicatorIds") @NotEmpty(
				message = "IndicatorIds is mandatory: it names the indicators") @Size(max = 500,
						message = "IndicatorIds must hold at most 500 indicator ids") @Nullable List<@NotNull(
								message = IndicatorBatchDelete.IDS) @IndicatorId(
										message = IndicatorBatchDelete.IDS) String> indicatorIds) {

	/** A body as the sandbox takes it. */
	static final String EXAMPLE = "{\"IndicatorIds\": [\"" + Examples.INDICATOR + "\"]}";

	static final String IDS = "IndicatorIds must hold indicator ids of at most 64 letters, digits and hyphens";

	public IndicatorBatchDelete {
		indicatorIds = (indicatorIds != null) ? indicatorIds.stream().toList() : null;
	}

}
