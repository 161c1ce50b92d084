package io.github.defenderbff.policy;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.defenderbff.policy.Decision.Deny;
import io.github.defenderbff.policy.Decision.Permit;
import io.github.defenderbff.policy.Reason.ApplicationRoleMissing;
import io.github.defenderbff.policy.Reason.RefusedUpstream;
import io.github.defenderbff.policy.Requires.Exposure;
import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.signin.DirectoryRoles;
import io.github.defenderbff.signin.Evidence;
import io.github.defenderbff.signin.Grant;
import io.github.defenderbff.signin.Groups;
import io.github.defenderbff.signin.Person;
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

/**
 * What holds for every application: its roles in full and nothing else, even where a
 * person has the same ids, groups and names of rights.
 */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class ApplicationLawTests {

	/** Names that are scopes, application roles, groups and directory roles at once. */
	private static final List<String> NAMES = List.of("Machine.Isolate", "Machine.Scan", "Machine.Read.All",
			"Machine.Read", "responders");

	private static final Targets NEVER_ASKED = new Targets("m", () -> {
		throw new AssertionError("no device matters to an application");
	});

	@Property
	void permitsWhatOneOfItsRolesAllowsAndNothingElse(@ForAll("cases") Case given) {
		var sufficient = given.requirement.anyApplicationRole().stream().anyMatch(given.names::contains);
		assertThat(given.asApplication()).isInstanceOf(sufficient ? Permit.class : Deny.class);
		assertThat(given.asApplication().reasons())
			.allSatisfy((reason) -> assertThat(reason).isInstanceOf(ApplicationRoleMissing.class));
	}

	@Property
	void allowsNoMoreWithARoleLess(@ForAll("cases") Case given) {
		for (var role : given.names) {
			var fewer = new HashSet<>(given.names);
			fewer.remove(role);
			if (given.with(fewer).asApplication() instanceof Permit) {
				assertThat(given.asApplication()).isInstanceOf(Permit.class);
			}
		}
	}

	@Property
	void gainsNothingFromAnyRoleBook(@ForAll("cases") Case given) {
		var book = TestPolicies.policy(given.book);
		var none = TestPolicies.policy(RoleBook.NONE);
		var application = given.application();
		assertThat(book.decide(application, given.requirement, NEVER_ASKED))
			.isEqualTo(none.decide(application, given.requirement, NEVER_ASKED));
	}

	@Property
	void personGainsNothingFromTheNamesOfApplicationRoles(@ForAll("cases") Case given) {
		var withoutRoles = new Requirement("some.operation", given.requirement.stateChange(),
				given.requirement.anyScope(), Set.of(), given.requirement.anyPrivilege(), Exposure.MACHINE, Set.of());
		var policy = TestPolicies.policy(given.book);
		assertThat(policy.decide(given.person(), given.requirement, Targets.NONE).answer())
			.isEqualTo(policy.decide(given.person(), withoutRoles, Targets.NONE).answer());
	}

	@Property
	void refusalOfOneIsNotTheOthers(@ForAll("cases") Case given) {
		var policy = TestPolicies.policy(given.book);
		var refusal = new RefusedUpstream("Forbidden", Instant.now());
		var before = policy.decide(given.application(), given.requirement, NEVER_ASKED);
		policy.learn(given.person(), given.requirement, NEVER_ASKED, refusal, policy.mark());
		assertThat(policy.decide(given.application(), given.requirement, NEVER_ASKED)).isEqualTo(before);
		policy.learn(given.application(), given.requirement, NEVER_ASKED, refusal, policy.mark());
		assertThat(policy.decide(given.application(), given.requirement, NEVER_ASKED)).isInstanceOf(Deny.class);
	}

	@Provide
	Arbitrary<Case> cases() {
		var names = Arbitraries.of(NAMES).set().ofMaxSize(4);
		var scopes = Arbitraries.of(Scope.MACHINE_ISOLATE, Scope.MACHINE_SCAN, Scope.MACHINE_READ)
			.list()
			.uniqueElements()
			.ofMaxSize(2);
		var privileges = Arbitraries.of(Privilege.VIEW_DATA, Privilege.ACTIVE_REMEDIATION)
			.list()
			.uniqueElements()
			.ofMaxSize(1);
		var requirements = Combinators.combine(Arbitraries.of(true, false), scopes, names, privileges)
			.as((change, anyScope, anyRole, anyPrivilege) -> new Requirement("some.operation", change, anyScope,
					anyRole, anyPrivilege, Exposure.MACHINE, Set.of()));
		return Combinators.combine(books(), requirements, names).as(Case::new);
	}

	private static Arbitrary<RoleBook> books() {
		var role = Combinators
			.combine(Arbitraries.of(NAMES),
					Arbitraries.of(Privilege.VIEW_DATA, Privilege.ACTIVE_REMEDIATION).set().ofMaxSize(2),
					Arbitraries.of(NAMES).list().uniqueElements().ofMaxSize(3), Arbitraries.of(true, false))
			.as((name, privileges, holders, every) -> new Role(name, privileges, holders, holders, every));
		return role.list()
			.ofMaxSize(3)
			.map((roles) -> new RoleBook(roles, List.of(new DeviceGroup("Servers", 1, List.of("responders")))));
	}

	/**
	 * A question, asked by a person and an application whose ids are the same, and all
	 * whose rights have the same names.
	 */
	record Case(RoleBook book, Requirement requirement, Set<String> names) {

		Caller.Application application() {
			return TestCallers.application(this.names.toArray(String[]::new));
		}

		Caller.Delegated person() {
			var scopes = this.names.stream().flatMap((name) -> Scope.named(name).stream()).toArray(Scope[]::new);
			var evidence = new Evidence(new Grant.Known(Set.of(scopes), TestCallers.AS_OF),
					new Groups.Known(this.names, TestCallers.AS_OF),
					new DirectoryRoles.Known(this.names, TestCallers.AS_OF), TestCallers.AS_OF);
			var same = application().subject();
			return new Caller.Delegated(new Person(same.tenantId(), same.id(), "Night Watch", "night@example.com"),
					evidence, application().tokens());
		}

		Decision asApplication() {
			return TestPolicies.policy(this.book).decide(application(), this.requirement, NEVER_ASKED);
		}

		Case with(Set<String> others) {
			return new Case(this.book, this.requirement, others);
		}

	}

}
