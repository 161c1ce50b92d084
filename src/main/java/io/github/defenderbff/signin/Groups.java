package io.github.defenderbff.signin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.ClaimAccessor;

/** The Entra groups of a person, where the ID token tells them. */
public sealed interface Groups {

	/**
	 * The groups are known.
	 *
	 * @param ids object ids; empty means the person is in no group
	 * @param asOf when the identity provider said so
	 */
	record Known(Set<String> ids, Instant asOf) implements Groups {

		public Known {
			ids = Set.copyOf(ids);
		}

		/** Whether one of these is among them; on the path of every call. */
		public boolean anyOf(List<String> sufficient) {
			for (var each : sufficient) {
				if (this.ids.contains(each)) {
					return true;
				}
			}
			return false;
		}

	}

	/**
	 * The groups are not known, which is never the same as having none.
	 *
	 * @param why the cause, in words for a person
	 */
	record Unknown(String why) implements Groups {

		private static final String OVERAGE = "the person is in too many groups for the ID token to list (groups overage)";

		/** There are too many for the ID token, and this is why they are not known. */
		static Unknown overage(String why) {
			return new Unknown(OVERAGE + ", and " + why);
		}

	}

	/**
	 * Reads {@code groups}; the overage markers {@code _claim_names} and
	 * {@code hasgroups} and an absent claim both leave the groups unknown. The address in
	 * {@code _claim_sources} is not followed: it names a retired service, and comes from
	 * outside.
	 */
	static Groups of(ClaimAccessor claims, Instant asOf) {
		if (isOverage(claims)) {
			return new Unknown(Unknown.OVERAGE);
		}
		var ids = claims.getClaimAsStringList("groups");
		return (ids != null) ? new Known(
				ids.stream().map((id) -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet()), asOf)
				: new Unknown("the ID token has no groups claim");
	}

	/** Whether there are too many for the ID token, so that they are to be asked for. */
	static boolean isOverage(ClaimAccessor claims) {
		@Nullable Object names = claims.getClaim("_claim_names");
		return (names instanceof Map<?, ?> map && map.containsKey("groups"))
				|| Boolean.parseBoolean(claims.getClaimAsString("hasgroups"));
	}

}
