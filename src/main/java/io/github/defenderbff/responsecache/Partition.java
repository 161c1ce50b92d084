package io.github.defenderbff.responsecache;

import java.util.Collection;
import java.util.List;

import io.github.defenderbff.signin.Subject;

/**
 * Those who may be given the same stored answer. It is a type of its own so that a key
 * without one cannot be written.
 */
public sealed interface Partition {

	/**
	 * One person, or one application.
	 *
	 * @param subject whose entries they are
	 */
	record Own(Subject subject) implements Partition {

	}

	/**
	 * Everybody in a tenant of whom all of this is known, and the same.
	 *
	 * @param tenantId the tenant
	 * @param scopes the delegated permissions in force, sorted
	 * @param privileges what their roles allow, sorted
	 * @param deviceGroups the device groups they are exposed to, sorted
	 * @param roleBook by which role book that is known
	 */
	record Alike(String tenantId, List<String> scopes, List<String> privileges, List<String> deviceGroups,
			String roleBook) implements Partition {

		public Alike {
			scopes = sorted(scopes);
			privileges = sorted(privileges);
			deviceGroups = sorted(deviceGroups);
		}

		private static List<String> sorted(Collection<String> names) {
			return names.stream().distinct().sorted().toList();
		}

	}

}
