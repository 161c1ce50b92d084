package io.github.defenderbff.signin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.security.oauth2.core.ClaimAccessor;

/** The Entra directory roles of a person, where the ID token tells them. */
public sealed interface DirectoryRoles {

	/**
	 * The roles are known.
	 *
	 * @param templateIds template ids ({@code wids}); empty means the person has none
	 * @param asOf when the identity provider said so
	 */
	record Known(Set<String> templateIds, Instant asOf) implements DirectoryRoles {

		public Known {
			templateIds = Set.copyOf(templateIds);
		}

		/** Whether one of these is among them; on the path of every call. */
		public boolean anyOf(List<String> sufficient) {
			for (var each : sufficient) {
				if (this.templateIds.contains(each)) {
					return true;
				}
			}
			return false;
		}

	}

	/**
	 * The roles are not known, which is never the same as having none.
	 *
	 * @param why the cause, in words for a person
	 */
	record Unknown(String why) implements DirectoryRoles {

	}

	/** Reads {@code wids}; an absent claim leaves the roles unknown. */
	static DirectoryRoles of(ClaimAccessor claims, Instant asOf) {
		var ids = claims.getClaimAsStringList("wids");
		return (ids != null) ? new Known(
				ids.stream().map((id) -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet()), asOf)
				: new Unknown("the ID token has no wids claim");
	}

}
