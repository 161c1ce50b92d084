package io.github.defenderbff.defender.entity;

import java.time.OffsetDateTime;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account seen on devices. Source: user.md, examples. */
public record User(@Schema(description = "Domain and account, with a backslash between them") @Nullable String id,
		@Schema(description = "Account name, as paths under /api/users take it",
				example = Examples.ACCOUNT) @Nullable String accountName,
		@Schema(description = "Domain") @Nullable String accountDomain,
		@Schema(description = "Security identifier; in some answers only") @Nullable String accountSid,
		@Schema(description = "First seen") @Nullable OffsetDateTime firstSeen,
		@Schema(description = "Last seen") @Nullable OffsetDateTime lastSeen,
		@Schema(description = "Device with the most logons") @Nullable String mostPrevalentMachineId,
		@Schema(description = "Device with the fewest logons") @Nullable String leastPrevalentMachineId,
		@Schema(description = "Kinds of logon", example = "Interactive, Network") @Nullable String logonTypes,
		@Schema(description = "Number of devices") @Nullable Integer logOnMachinesCount,
		@Schema(description = "Whether it is a domain administrator") @Nullable Boolean isDomainAdmin,
		@Schema(description = "Whether it only logs on over the network") @Nullable Boolean isOnlyNetworkUser) {

}
