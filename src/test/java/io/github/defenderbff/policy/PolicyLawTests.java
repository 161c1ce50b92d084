package io.github.defenderbff.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.defenderbff.policy.Decision.Answer;
import io.github.defenderbff.policy.Decision.Permit;
import io.github.defenderbff.policy.Requires.Exposure;
import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.signin.DirectoryRoles;
import io.github.defenderbff.signin.Evidence;
import io.github.defenderbff.signin.Grant;
import io.github.defenderbff.signin.Groups;
import io.github.defenderbff.signin.Scope;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What holds for every role book, every person and every operation. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class PolicyLawTests {

	@Property
	void permitsNothingThatIsNotGranted(@ForAll("cases") Case given) {
		if (given.decision() instanceof Permit) {
			assertThat(given.requirement.anyScope()).anyMatch(given.evidence().grant()::covers);
		}
	}

	@Property
	void permitsNothingThatNoRoleGrants(@ForAll("cases") Case given) {
		if (given.decision() instanceof Permit && !given.requirement.anyPrivilege().isEmpty()) {
			var held = given.book.roles().stream().filter((role) -> holds(given.evidence(), role));
			assertThat(held.flatMap((role) -> role.privileges().stream()))
				.anyMatch(given.requirement.anyPrivilege()::contains);
		}
	}

	@Property
	void allowsNoMoreWithAScopeLess(@ForAll("cases") Case given) {
		if (given.evidence().grant() instanceof Grant.Known(var scopes, var asOf)) {
			for (var scope : scopes) {
				assertNoMore(given, given.with(new Evidence(new Grant.Known(without(scopes, scope), asOf),
						given.evidence().groups(), given.evidence().directoryRoles(), asOf)));
			}
		}
	}

	@Property
	void allowsNoMoreWithAGroupLess(@ForAll("cases") Case given) {
		if (given.evidence().groups() instanceof Groups.Known(var ids, var asOf)) {
			for (var id : ids) {
				assertNoMore(given, given.with(new Evidence(given.evidence().grant(),
						new Groups.Known(without(ids, id), asOf), given.evidence().directoryRoles(), asOf)));
			}
		}
	}

	@Property
	void allowsNoMoreWithADirectoryRoleLess(@ForAll("cases") Case given) {
		if (given.evidence().directoryRoles() instanceof DirectoryRoles.Known(var ids, var asOf)) {
			for (var id : ids) {
				assertNoMore(given, given.with(new Evidence(given.evidence().grant(), given.evidence().groups(),
						new DirectoryRoles.Known(without(ids, id), asOf), asOf)));
			}
		}
	}

	/** The last role is kept: without any, there is no role book and nothing is known. */
	@Property
	void allowsNoMoreWithARoleLess(@ForAll("cases") Case given) {
		for (var index = 0; given.book.roles().size() > 1 && index < given.book.roles().size(); index++) {
			var fewer = new ArrayList<>(given.book.roles());
			fewer.remove(index);
			assertNoMore(given, given.with(new RoleBook(fewer, List.copyOf(given.book.deviceGroups()))));
		}
	}

	@Property
	void permitsNoMoreWithoutAnyRole(@ForAll("cases") Case given) {
		assertPermitsNoMore(given, given.with(new RoleBook(List.of(), List.copyOf(given.book.deviceGroups()))));
	}

	/**
	 * A device group that the book does not have is unknown, and that is no permission.
	 */
	@Property
	void permitsNoMoreWithADeviceGroupLess(@ForAll("cases") Case given) {
		for (var group : given.book.deviceGroups()) {
			var fewer = given.book.deviceGroups().stream().filter((other) -> !other.equals(group)).toList();
			assertPermitsNoMore(given, given.with(new RoleBook(given.book.roles(), fewer)));
		}
	}

	@Property
	void permitsNoMoreToAGroupThatIsDetachedFromADeviceGroup(@ForAll("cases") Case given) {
		if (given.evidence().groups() instanceof Groups.Known(var ids, var _)) {
			var detached = given.book.deviceGroups()
				.stream()
				.map((group) -> group.groups().isEmpty() ? group
						: new DeviceGroup(group.name(), group.rank(), othersThan(ids, group.groups())))
				.toList();
			assertPermitsNoMore(given, given.with(new RoleBook(given.book.roles(), detached)));
		}
	}

	/**
	 * A group that nobody is in stays attached: without any, the group is everybody's.
	 */
	private static List<String> othersThan(Set<String> ids, List<String> groups) {
		return Stream.concat(groups.stream().filter((id) -> !ids.contains(id)), Stream.of("nobody")).toList();
	}

	private static void assertPermitsNoMore(Case more, Case less) {
		assertThat(less.decision() instanceof Permit && !(more.decision() instanceof Permit)).isFalse();
	}

	@Property
	void changesNothingOnUnknownGrounds(@ForAll("cases") Case given) {
		var requirement = given.requirement;
		if (requirement.stateChange() && !(given.decision() instanceof Permit)) {
			assertThatExceptionOfType(Refused.class)
				.isThrownBy(() -> given.policy().enforce(given.decision(), requirement));
		}
	}

	@Property
	void decidesTheSameInWhateverOrderTheRolesAre(@ForAll("cases") Case given) {
		var reversed = new ArrayList<>(given.book.roles());
		Collections.reverse(reversed);
		assertThat(given.with(new RoleBook(reversed, List.copyOf(given.book.deviceGroups()))).decision().answer())
			.isEqualTo(given.decision().answer());
	}

	private static void assertNoMore(Case more, Case less) {
		assertThat(rank(less.decision().answer())).isLessThanOrEqualTo(rank(more.decision().answer()));
	}

	private static int rank(Answer answer) {
		return switch (answer) {
			case DENY -> 0;
			case UNPROVEN -> 1;
			case PERMIT -> 2;
		};
	}

	static boolean holds(Evidence evidence, Role role) {
		return (evidence.directoryRoles() instanceof DirectoryRoles.Known(var held, var _)
				&& !Collections.disjoint(held, role.directoryRoles()))
				|| (evidence.groups() instanceof Groups.Known(var ids, var _)
						&& !Collections.disjoint(ids, role.groups()));
	}

	private static <T> Set<T> without(Set<T> all, T one) {
		return all.stream().filter((each) -> !Objects.equals(each, one)).collect(Collectors.toSet());
	}

	@Provide
	Arbitrary<Case> cases() {
		return Combinators.combine(books(), callers(), requirements(), devices()).as(Case::new);
	}

	private static Arbitrary<RoleBook> books() {
		var privileges = Arbitraries
			.of(Privilege.VIEW_DATA, Privilege.ALERTS_INVESTIGATION, Privilege.ACTIVE_REMEDIATION)
			.set()
			.ofMaxSize(3);
		var role = Combinators
			.combine(Arbitraries.of("a", "b", "c"), privileges, ids("g"), ids("d"), Arbitraries.of(true, false))
			.as(Role::new);
		var attached = ids("g").list().ofSize(2);
		return Combinators.combine(role.list().ofMaxSize(4), attached)
			.as((roles, groups) -> new RoleBook(roles, List.of(new DeviceGroup("Servers", 1, groups.get(0)),
					new DeviceGroup("Laptops", 2, groups.get(1)))));
	}

	private static Arbitrary<List<String>> ids(String prefix) {
		return Arbitraries.of(prefix + 1, prefix + 2, prefix + 3).list().uniqueElements().ofMaxSize(2);
	}

	private static Arbitrary<Caller.Delegated> callers() {
		var scopes = Arbitraries.of(Scope.MACHINE_READ, Scope.MACHINE_READ_WRITE, Scope.MACHINE_ISOLATE);
		Arbitrary<Grant> grants = scopes.set()
			.ofMaxSize(3)
			.<Grant>map((known) -> new Grant.Known(known, Instant.EPOCH))
			.injectNull(0.1)
			.map((grant) -> (grant != null) ? grant : new Grant.Unknown());
		Arbitrary<Groups> groups = ids("g").<Groups>map((ids) -> new Groups.Known(Set.copyOf(ids), Instant.EPOCH))
			.injectNull(0.1)
			.map((known) -> (known != null) ? known : new Groups.Unknown("overage"));
		Arbitrary<DirectoryRoles> directoryRoles = ids("d")
			.<DirectoryRoles>map((ids) -> new DirectoryRoles.Known(Set.copyOf(ids), Instant.EPOCH))
			.injectNull(0.1)
			.map((known) -> (known != null) ? known : new DirectoryRoles.Unknown("no wids"));
		return Combinators.combine(groups, directoryRoles, grants).as(TestCallers::caller);
	}

	private static Arbitrary<Requirement> requirements() {
		var scopes = Arbitraries.of(Scope.MACHINE_READ, Scope.MACHINE_READ_WRITE, Scope.MACHINE_ISOLATE)
			.list()
			.uniqueElements()
			.ofMaxSize(2);
		var privileges = Arbitraries
			.of(Privilege.VIEW_DATA, Privilege.ALERTS_INVESTIGATION, Privilege.ACTIVE_REMEDIATION)
			.list()
			.uniqueElements()
			.ofMaxSize(2);
		return Combinators.combine(Arbitraries.of(true, false), scopes, privileges)
			.as((change, anyScope, anyPrivilege) -> new Requirement("some.operation", change, anyScope,
					Set.of("Some.Role"), anyPrivilege, Exposure.BODY_MACHINES, Set.of()));
	}

	private static Arbitrary<List<DeviceEvidence>> devices() {
		return Arbitraries
			.<DeviceEvidence>of(new DeviceEvidence.Shown("m1", "Servers", Instant.EPOCH),
					new DeviceEvidence.Shown("m2", "Laptops", Instant.EPOCH),
					new DeviceEvidence.Shown("m3", "Printers", Instant.EPOCH),
					new DeviceEvidence.Shown("m4", null, Instant.EPOCH), new DeviceEvidence.Hidden("m5", Instant.EPOCH),
					new DeviceEvidence.Unknown("m6", "no answer"))
			.list()
			.ofMaxSize(2);
	}

	/** A question and everything the answer depends on. */
	record Case(RoleBook book, Caller.Delegated caller, Requirement requirement, List<DeviceEvidence> devices) {

		Evidence evidence() {
			return this.caller.evidence();
		}

		Policy policy() {
			return TestPolicies.policy(this.book);
		}

		Decision decision() {
			return policy().decide(this.caller, this.requirement, new Targets("m", () -> this.devices));
		}

		Case with(Evidence other) {
			return new Case(this.book, TestCallers.caller(other), this.requirement, this.devices);
		}

		Case with(RoleBook other) {
			return new Case(other, this.caller, this.requirement, this.devices);
		}

	}

}
