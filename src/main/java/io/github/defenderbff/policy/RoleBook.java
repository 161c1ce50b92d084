package io.github.defenderbff.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.defenderbff.signin.Evidence;
import io.github.defenderbff.signin.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The roles and device groups of the portal, as the operator transcribed them. It never
 * changes; another transcript is another book.
 */
final class RoleBook {

	/** What is known where nothing was transcribed: nothing. */
	static final RoleBook NONE = new RoleBook(List.of(), List.of());

	private static final Answer NO_ROLE_BOOK = new Answer.Unknown("no role book is configured");

	private final List<Role> roles;

	private final Map<String, DeviceGroup> deviceGroups;

	private final String fingerprint;

	/**
	 * Binds roles and device groups; no two device groups may share a name.
	 */
	RoleBook(List<Role> roles, List<DeviceGroup> deviceGroups) {
		this.roles = List.copyOf(roles);
		this.deviceGroups = deviceGroups.stream()
			.collect(Collectors.toUnmodifiableMap(DeviceGroup::name, Function.identity()));
		this.fingerprint = Fingerprint.of(this.roles, this.deviceGroups.values());
	}

	List<Role> roles() {
		return this.roles;
	}

	Collection<DeviceGroup> deviceGroups() {
		return this.deviceGroups.values();
	}

	/** The names of the person's roles, as far as they are known. */
	List<String> rolesOf(Evidence evidence) {
		return this.roles.stream().filter((role) -> role.heldBy(evidence).isYes()).map(Role::name).toList();
	}

	/** What the person's roles grant together, as far as they are known. */
	List<Privilege> privilegesOf(Evidence evidence) {
		return this.roles.stream()
			.filter((role) -> role.heldBy(evidence).isYes())
			.flatMap((role) -> role.privileges().stream())
			.distinct()
			.sorted()
			.toList();
	}

	/**
	 * All that the person's roles allow and show; null where anything of it is not known,
	 * as where there is no role book.
	 */
	@Nullable EffectivePermissions effective(Set<Scope> scopes, Evidence evidence) {
		var groups = new HashSet<>(this.deviceGroups.keySet());
		groups.add(DeviceGroup.UNGROUPED);
		if (this.roles.isEmpty() || this.roles.stream().anyMatch((role) -> role.heldBy(evidence).isUnknown())
				|| groups.stream().anyMatch((group) -> exposes(evidence, group).isUnknown())) {
			return null;
		}
		groups.removeIf((group) -> !exposes(evidence, group).isYes());
		return new EffectivePermissions(scopes, Set.copyOf(privilegesOf(evidence)), groups, this.fingerprint);
	}

	/** The names of the roles that grant any of the privileges. */
	List<String> rolesGranting(List<Privilege> anyOf) {
		return this.roles.stream().filter((role) -> role.grantsAny(anyOf)).map(Role::name).toList();
	}

	/** Whether the person's roles grant any of the privileges. */
	Answer grants(Evidence evidence, List<Privilege> anyOf) {
		if (this.roles.isEmpty()) {
			return NO_ROLE_BOOK;
		}
		var answer = Answer.no();
		for (var role : this.roles) {
			if (role.grantsAny(anyOf)) {
				answer = answer.or(role.heldBy(evidence));
			}
		}
		return answer;
	}

	/**
	 * Whether the person is exposed to the device group; null stands for the devices that
	 * no group matches.
	 */
	Answer exposes(Evidence evidence, @Nullable String deviceGroup) {
		var name = (deviceGroup != null) ? deviceGroup : DeviceGroup.UNGROUPED;
		var group = this.deviceGroups.get(name);
		var answer = (group != null) ? group.exposedTo(evidence)
				: new Answer.Unknown("the role book does not name the device group \"" + name + "\"");
		for (var role : this.roles) {
			if (role.everyDevice()) {
				answer = answer.or(role.heldBy(evidence));
			}
		}
		return answer;
	}

	/**
	 * Whether the person is exposed to each device group, the highest-ranked first, and
	 * to the devices that no group matches.
	 */
	Map<String, Answer> exposure(Evidence evidence) {
		var answers = new LinkedHashMap<String, Answer>();
		ranked().forEach((group) -> answers.put(group.name(), exposes(evidence, group.name())));
		answers.computeIfAbsent(DeviceGroup.UNGROUPED,
				(name) -> this.roles.isEmpty() ? NO_ROLE_BOOK : exposes(evidence, name));
		return answers;
	}

	/** The device groups, the highest-ranked first. */
	List<DeviceGroup> ranked() {
		return this.deviceGroups.values().stream().sorted(Comparator.comparingInt(DeviceGroup::rank)).toList();
	}

	/**
	 * The group that a device belongs to whose properties match all of these; empty when
	 * none is in the book.
	 */
	Optional<DeviceGroup> highestRanked(Collection<String> names) {
		return this.deviceGroups.values()
			.stream()
			.filter((group) -> names.contains(group.name()))
			.min(Comparator.comparingInt(DeviceGroup::rank));
	}

	@Override
	public String toString() {
		return "%d roles, %d device groups".formatted(this.roles.size(), this.deviceGroups.size());
	}

}
