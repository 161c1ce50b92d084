package io.github.defenderbff.policy;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.defenderbff.problem.SettingProblem;
import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.signin.Groups;

import org.springframework.stereotype.Component;

/** The roles and device groups of the portal, as the operator transcribed them. */
@Component
final class RoleBook {

	/**
	 * The portal's name for the devices that no group matches; their records name none
	 * (inferred).
	 */
	static final String UNGROUPED = "Ungrouped devices";

	private final List<Role> roles;

	private final Map<String, Set<String>> exposedTo;

	RoleBook(PolicyProperties properties) {
		this.roles = properties.roles().stream().map(Role::of).toList();
		this.exposedTo = deviceGroups(properties);
	}

	private static Map<String, Set<String>> deviceGroups(PolicyProperties properties) {
		var byName = new HashMap<String, Set<String>>();
		var byRank = new HashMap<Integer, String>();
		for (var group : properties.deviceGroups()) {
			var twin = byRank.putIfAbsent(group.rank(), group.name());
			if (twin != null || byName.putIfAbsent(group.name(), Set.copyOf(group.groups())) != null) {
				throw new SettingProblem(
						"policy.device-groups names \"" + group.name() + "\" or its rank " + group.rank() + " twice.",
						"Give every device group a name and a rank of its own, as on the portal's page.");
			}
		}
		return Map.copyOf(byName);
	}

	/** The names of the caller's roles, as far as the groups are known. */
	List<String> rolesOf(Caller caller) {
		return this.roles.stream().filter((role) -> role.heldBy(caller)).map(Role::name).toList();
	}

	/** The names of the roles that grant any of the privileges. */
	List<String> rolesGranting(List<Privilege> anyOf) {
		return this.roles.stream()
			.filter((role) -> role.privileges().stream().anyMatch(anyOf::contains))
			.map(Role::name)
			.toList();
	}

	/** Whether the caller's roles grant any of the privileges. */
	Answer grants(Caller caller, List<Privilege> anyOf) {
		for (var role : this.roles) {
			if (role.grantsAny(anyOf) && role.heldBy(caller)) {
				return Answer.yes();
			}
		}
		if (this.roles.isEmpty()) {
			return Answer.unknown("no role book is configured");
		}
		return (caller.groups() instanceof Groups.Unknown(var why)) ? Answer.unknown(why) : Answer.no();
	}

	/** Whether the caller is exposed to the device group. */
	Answer exposes(Caller caller, String deviceGroup) {
		if (this.roles.stream().anyMatch((role) -> role.everyDevice() && role.heldBy(caller))) {
			return Answer.yes();
		}
		var attached = this.exposedTo.get(deviceGroup);
		if (attached == null) {
			return Answer.unknown("the role book does not name the device group \"" + deviceGroup + "\"");
		}
		if (attached.isEmpty()) {
			return Answer.yes();
		}
		return switch (caller.groups()) {
			case Groups.Known(var ids) -> ids.stream().anyMatch(attached::contains) ? Answer.yes() : Answer.no();
			case Groups.Unknown(var why) -> Answer.unknown(why);
		};
	}

	/** Yes, no, or unknown with a cause. */
	record Answer(Kind kind, String why) {

		private static final Answer YES = new Answer(Kind.YES, "");

		private static final Answer NO = new Answer(Kind.NO, "");

		static Answer yes() {
			return YES;
		}

		static Answer no() {
			return NO;
		}

		static Answer unknown(String why) {
			return new Answer(Kind.UNKNOWN, why);
		}

		enum Kind {

			YES, NO, UNKNOWN

		}

	}

	private record Role(String name, Set<Privilege> privileges, Set<String> groups, Set<String> directoryRoles,
			boolean everyDevice) {

		static Role of(PolicyProperties.Role role) {
			var privileges = role.privileges()
				.stream()
				.map((name) -> Privilege.named(name)
					.orElseThrow(() -> new SettingProblem(
							"The role \"" + role.name() + "\" has the privilege \"" + name
									+ "\", which Defender does not know.",
							"Use the portal's wording, classic or unified, such as \"Alerts investigation\".")))
				.collect(Collectors.toCollection(() -> EnumSet.noneOf(Privilege.class)));
			return new Role(role.name(), privileges, Set.copyOf(role.groups()), Set.copyOf(role.directoryRoles()),
					role.everyDevice());
		}

		boolean grantsAny(List<Privilege> anyOf) {
			return anyOf.stream().anyMatch(this.privileges::contains);
		}

		boolean heldBy(Caller caller) {
			return caller.directoryRoles().stream().anyMatch(this.directoryRoles::contains)
					|| (caller.groups() instanceof Groups.Known(var ids)
							&& ids.stream().anyMatch(this.groups::contains));
		}

	}

}
