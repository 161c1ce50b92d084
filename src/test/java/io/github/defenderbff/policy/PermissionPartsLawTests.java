package io.github.defenderbff.policy;

import java.util.stream.Stream;

import io.github.defenderbff.policy.Decision.Deny;
import io.github.defenderbff.policy.Decision.Permit;
import io.github.defenderbff.policy.Decision.Unproven;
import io.github.defenderbff.policy.PermissionParts.State;
import io.github.defenderbff.policy.PolicyLawTests.Case;
import io.github.defenderbff.signin.Grant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** What the parts of a permission say is what the decision rests on. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class PermissionPartsLawTests {

	@Property
	void agreeWithTheDecision(@ForAll("cases") Case given) {
		var states = Stream.of(parts(given).grant(), parts(given).privileges(), parts(given).exposure()).toList();
		switch (given.decision()) {
			case Permit _ -> assertThat(states).doesNotContain(State.MISSING, State.UNKNOWN);
			case Unproven _ -> assertThat(states).contains(State.UNKNOWN).doesNotContain(State.MISSING);
			case Deny _ -> assertThat(states).contains(State.MISSING);
		}
	}

	@Property
	void grantIsSatisfiedWhereOneOfTheScopesIsGrantedWhateverElseIsMissing(@ForAll("cases") Case given) {
		var scopes = given.requirement().anyScope();
		var expected = scopes.isEmpty() ? State.MISSING : switch (given.evidence().grant()) {
			case Grant.Unknown _ -> State.UNKNOWN;
			case Grant.Known known -> scopes.stream().anyMatch(known::covers) ? State.SATISFIED : State.MISSING;
		};
		assertThat(parts(given).grant()).isEqualTo(expected);
	}

	@Property
	void privilegesAreSatisfiedExactlyWhereARoleThatIsHeldGrantsOne(@ForAll("cases") Case given) {
		var asked = given.requirement().anyPrivilege();
		if (asked.isEmpty() || given.requirement().anyScope().isEmpty()) {
			assertThat(parts(given).privileges()).isIn(State.NOT_NEEDED, State.NOT_ASKED);
			return;
		}
		var granted = given.book()
			.roles()
			.stream()
			.filter((role) -> PolicyLawTests.holds(given.evidence(), role))
			.flatMap((role) -> role.privileges().stream())
			.anyMatch(asked::contains);
		assertThat(parts(given).privileges() == State.SATISFIED).isEqualTo(granted);
	}

	@Property
	void exposureIsNotAskedWhereNoDeviceIsMeant(@ForAll("cases") Case given) {
		assertThat(PermissionParts.of(given.requirement(), given.decision(), false).exposure())
			.isEqualTo(State.NOT_ASKED);
	}

	private static PermissionParts parts(Case given) {
		return PermissionParts.of(given.requirement(), given.decision(), true);
	}

	@Provide
	Arbitrary<Case> cases() {
		return new PolicyLawTests().cases();
	}

}
