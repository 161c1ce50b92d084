package io.github.defenderbff.defender.entity;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A product installed in the organisation. Source: software.md. */
public record Software(@Schema(description = "Vendor and product", example = Examples.SOFTWARE_ID) @Nullable String id,
		@Schema(description = "Product") @Nullable String name, @Schema(description = "Vendor") @Nullable String vendor,
		@Schema(description = "Number of vulnerabilities") @Nullable Long weaknesses,
		@Schema(description = "Whether an exploit is public") @Nullable Boolean publicExploit,
		@Schema(description = "Whether an active alert concerns it") @Nullable Boolean activeAlert,
		@Schema(description = "Number of exposed devices") @Nullable Long exposedMachines,
		@Schema(description = "Effect on the exposure score") @Nullable Double impactScore) {

}
