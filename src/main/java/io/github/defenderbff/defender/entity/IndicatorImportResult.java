package io.github.defenderbff.defender.entity;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one indicator of an import. Source: import-ti-indicators.md. */
public record IndicatorImportResult(
		@Schema(description = "The indicator id", example = Examples.INDICATOR) @Nullable String id,
		@Schema(description = "The value that was sent", example = Examples.SHA1) @Nullable String indicator,
		@Schema(description = "Whether it was refused") @Nullable Boolean isFailed,
		@Schema(description = "Why it was refused; null when it was not") @Nullable String failureReason) {

}
