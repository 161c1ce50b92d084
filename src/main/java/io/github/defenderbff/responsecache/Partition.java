package io.github.defenderbff.responsecache;

import io.github.defenderbff.signin.Person;

/**
 * The people who may share an entry: by default one person. It is a type of its own so
 * that a key without one cannot be written.
 *
 * @param tenant the tenant
 * @param person the person within the tenant
 */
public record Partition(String tenant, String person) {

	/** The person's own partition. */
	public static Partition of(Person person) {
		return new Partition(person.tenantId(), person.objectId());
	}

}
