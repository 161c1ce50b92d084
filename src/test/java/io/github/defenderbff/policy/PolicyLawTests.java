package io.github.defenderbff.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.defenderbff.policy.Decision.Answer;
import io.github.defenderbff.policy.Decision.Permit;
import io.github.defenderbff.policy.PolicyProperties.Group;
import io.github.defenderbff.policy.PolicyProperties.Role;
import io.github.defenderbff.policy.Requires.Exposure;
import io.github.defenderbff.signin.Caller;
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
			assertThat(given.requirement.anyScope()).anyMatch(given.caller.grant()::covers);
		}
	}

	@Property
	void permitsNothingThatNoRoleGrants(@ForAll("cases") Case given) {
		if (given.decision() instanceof Permit && !given.requirement.anyPrivilege().isEmpty()) {
			var held = given.book.roles().stream().filter((role) -> holds(given.caller, role));
			var privileges = held.flatMap((role) -> role.privileges().stream())
				.map((name) -> Privilege.named(name).orElseThrow());
			assertThat(privileges).anyMatch(given.requirement.anyPrivilege()::contains);
		}
	}

	@Property
	void allowsNoMoreWithAScopeLess(@ForAll("cases") Case given) {
		if (given.caller.grant() instanceof Grant.Known(var scopes)) {
			for (var scope : scopes) {
				assertNoMore(given, given.with(caller(given.caller, new Grant.Known(without(scopes, scope)))));
			}
		}
	}

	@Property
	void allowsNoMoreWithAGroupLess(@ForAll("cases") Case given) {
		if (given.caller.groups() instanceof Groups.Known(var ids)) {
			for (var id : ids) {
				var fewer = TestCallers.caller(new Groups.Known(without(ids, id)), given.caller.directoryRoles(),
						given.caller.grant());
				assertNoMore(given, given.with(fewer));
			}
		}
	}

	@Property
	void allowsNoMoreWithADirectoryRoleLess(@ForAll("cases") Case given) {
		for (var role : given.caller.directoryRoles()) {
			var fewer = TestCallers.caller(given.caller.groups(), without(given.caller.directoryRoles(), role),
					given.caller.grant());
			assertNoMore(given, given.with(fewer));
		}
	}

	/** The last role is kept: without any, there is no role book and nothing is known. */
	@Property
	void allowsNoMoreWithARoleLess(@ForAll("cases") Case given) {
		for (var index = 0; given.book.roles().size() > 1 && index < given.book.roles().size(); index++) {
			var fewer = new ArrayList<>(given.book.roles());
			fewer.remove(index);
			assertNoMore(given, given.with(TestRoleBooks.of(fewer, given.book.deviceGroups())));
		}
	}

	@Property
	void permitsNoMoreWithoutAnyRole(@ForAll("cases") Case given) {
		var without = given.with(TestRoleBooks.of(List.of(), given.book.deviceGroups()));
		assertThat(without.decision() instanceof Permit && !(given.decision() instanceof Permit)).isFalse();
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
		assertThat(given.with(TestRoleBooks.of(reversed, given.book.deviceGroups())).decision().answer())
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

	private static boolean holds(Caller caller, Role role) {
		return !Collections.disjoint(caller.directoryRoles(), role.directoryRoles())
				|| (caller.groups() instanceof Groups.Known(var ids) && !Collections.disjoint(ids, role.groups()));
	}

	private static <T> Set<T> without(Set<T> all, T one) {
		return all.stream().filter((each) -> !Objects.equals(each, one)).collect(Collectors.toSet());
	}

	private static Caller caller(Caller like, Grant grant) {
		return TestCallers.caller(like.groups(), like.directoryRoles(), grant);
	}

	@Provide
	Arbitrary<Case> cases() {
		return Combinators.combine(books(), callers(), requirements(), devices()).as(Case::new);
	}

	private static Arbitrary<PolicyProperties> books() {
		var privileges = Arbitraries.of("View data", "Alerts investigation", "Response (manage)").list().ofMaxSize(3);
		var role = Combinators
			.combine(Arbitraries.of("a", "b", "c"), privileges, ids("g"), ids("d"), Arbitraries.of(true, false))
			.as(Role::new);
		var attached = ids("g").list().ofSize(2);
		return Combinators.combine(role.list().ofMaxSize(4), attached)
			.as((roles, groups) -> TestRoleBooks.of(roles,
					List.of(new Group("Servers", 1, groups.get(0)), new Group("Laptops", 2, groups.get(1)))));
	}

	private static Arbitrary<List<String>> ids(String prefix) {
		return Arbitraries.of(prefix + 1, prefix + 2, prefix + 3).list().uniqueElements().ofMaxSize(2);
	}

	private static Arbitrary<Caller> callers() {
		var scopes = Arbitraries.of(Scope.MACHINE_READ, Scope.MACHINE_READ_WRITE, Scope.MACHINE_ISOLATE);
		Arbitrary<Grant> grants = scopes.set()
			.ofMaxSize(3)
			.<Grant>map(Grant.Known::new)
			.injectNull(0.1)
			.map((grant) -> (grant != null) ? grant : new Grant.Unknown());
		Arbitrary<Groups> groups = ids("g").<Groups>map((ids) -> new Groups.Known(Set.copyOf(ids)))
			.injectNull(0.1)
			.map((known) -> (known != null) ? known : new Groups.Unknown("overage"));
		return Combinators.combine(groups, ids("d").map(Set::copyOf), grants).as(TestCallers::caller);
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
	record Case(PolicyProperties book, Caller caller, Requirement requirement, List<DeviceEvidence> devices) {

		Policy policy() {
			return TestRoleBooks.policy(this.book);
		}

		Decision decision() {
			return policy().decide(this.caller, this.requirement, () -> this.devices);
		}

		Case with(Caller other) {
			return new Case(this.book, other, this.requirement, this.devices);
		}

		Case with(PolicyProperties other) {
			return new Case(other, this.caller, this.requirement, this.devices);
		}

	}

}
