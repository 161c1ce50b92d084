package io.github.defenderbff.defender.entity;

import java.time.OffsetDateTime;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How exposed or how well configured the organisation or one device group is. Source:
 * score.md.
 */
public record Score(
		@Schema(description = "The score; less exposure is better, more configuration is",
				example = "31.5") @Nullable Double score,
		@Schema(description = "When it was asked for") @Nullable OffsetDateTime time,
		@Schema(description = "Device group; in answers by group only",
				example = Examples.DEVICE_GROUP) @Nullable String rbacGroupName,
		@Schema(description = "Id of the device group; documented, but not in the answers shown",
				example = Examples.GROUP_ID) @Nullable String rbacGroupId) {

}
