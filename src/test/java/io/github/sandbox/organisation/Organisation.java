package io.github.sandbox.organisation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Nordhavn Shipping, a small invented company. */
public final class Organisation {

	/** The Entra tenant id. */
	public static final String TENANT_ID = "5a1d0c0e-0000-4000-8000-00000000d0ff";

	/** Template id of the Entra directory role Security Administrator. */
	public static final String SECURITY_ADMINISTRATOR = "194ae4cb-b126-40b2-bd5b-6091b380977d";

	private final List<Person> people;

	/** The company as it is. */
	public Organisation() {
		this(0);
	}

	/** The company with this many more people, who all respond and see weaknesses. */
	public Organisation(int more) {
		this.people = Stream.concat(People.ALL.stream(), People.responders(more)).toList();
	}

	/** Everybody, in the order of the sign-in page. */
	public List<Person> people() {
		return this.people;
	}

	/** The person with this object id. */
	public Optional<Person> person(String objectId) {
		return people().stream().filter((person) -> person.objectId().equals(objectId)).findFirst();
	}

	/** The roles of the portal's Roles page. */
	public List<DefenderRole> roles() {
		return DefenderRole.ALL;
	}

	/** The device groups, by rank. */
	public List<DeviceGroup> deviceGroups() {
		return DeviceGroup.ALL;
	}

	/** The Defender roles the person holds. */
	public Set<DefenderRole> rolesOf(Person person) {
		return roles().stream().filter((role) -> role.heldBy(person)).collect(Collectors.toUnmodifiableSet());
	}

	/** What the person's roles grant. */
	public Set<Privilege> grantsOf(Person person) {
		return rolesOf(person).stream()
			.flatMap((role) -> role.privileges().stream())
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Names of the Defender privileges the person's roles grant, as the portal words
	 * them.
	 */
	public Set<String> privilegesOf(Person person) {
		return grantsOf(person).stream().map(Privilege::wording).collect(Collectors.toUnmodifiableSet());
	}

	/** The device groups the person is exposed to; an administrator sees every group. */
	public Set<DeviceGroup> exposureOf(Person person) {
		boolean administrator = rolesOf(person).contains(DefenderRole.ADMINISTRATOR);
		return deviceGroups().stream()
			.filter((group) -> administrator || group.exposedTo(person))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Names of the device groups the person is exposed to. */
	public Set<String> deviceGroupsOf(Person person) {
		return exposureOf(person).stream().map(DeviceGroup::displayName).collect(Collectors.toUnmodifiableSet());
	}

	/** Every device, in the order of the device groups. */
	public List<Machine> machines() {
		return Machines.ALL;
	}

	/** Every alert, oldest number first. */
	public List<Alert> alerts() {
		return Alerts.ALL;
	}

}
