package io.github.defenderbff.defender.entity;

import java.time.OffsetDateTime;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How often the organisation's devices met a domain. Source: get-domain-statistics.md.
 */
public record DomainStats(@Schema(description = "The domain", example = Examples.DOMAIN) @Nullable String host,
		@Schema(description = "Number of devices; 0 for a domain that is not known",
				example = "4070") @Nullable Long organizationPrevalence,
		@Schema(description = "First seen in the organisation") @Nullable OffsetDateTime orgFirstSeen,
		@Schema(description = "Last seen in the organisation") @Nullable OffsetDateTime orgLastSeen) {

}
