package io.github.defenderbff.defender.entity;

import java.time.OffsetDateTime;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How often the organisation's devices met an address, in the last 30 days at most.
 * Source: get-ip-statistics.md.
 */
public record IpStats(@Schema(description = "The address", example = Examples.ADDRESS) @Nullable String ipAddress,
		@Schema(description = "Number of devices that connected to it; 0 for an address that is not known",
				example = "27") @Nullable Long organizationPrevalence,
		@Schema(description = "First seen in the organisation") @Nullable OffsetDateTime orgFirstSeen,
		@Schema(description = "Last seen in the organisation") @Nullable OffsetDateTime orgLastSeen) {

}
