package io.github.defenderbff.policy;

import java.util.List;

import io.github.defenderbff.policy.Decision.Deny;
import io.github.defenderbff.policy.Decision.Permit;
import io.github.defenderbff.policy.Decision.Unproven;
import io.github.defenderbff.policy.PolicyProperties.WhenUnproven;
import io.github.defenderbff.policy.Reason.NotKnown;
import io.github.defenderbff.problem.ProblemType;
import org.junit.jupiter.api.Test;

import static io.github.defenderbff.policy.TestRequirements.ISOLATE;
import static io.github.defenderbff.policy.TestRequirements.READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** What becomes of a decision. */
class EnforcementTests {

	private static final Unproven UNPROVEN = new Unproven(List.of(Reason.NotKnown.privileges("no role book")));

	private static final Deny DENIED = new Deny(List.of(new Reason.ApplicationOnly(List.of("Some.Role"))));

	private final Policy policy = TestPolicies.policy(TestRoleBooks.USUAL);

	private final Policy askingUpstream = TestPolicies.policy(TestRoleBooks.USUAL, WhenUnproven.ASK_UPSTREAM);

	@Test
	void letsAPermitPass() {
		assertThatNoException().isThrownBy(() -> this.policy.enforce(Permit.INSTANCE, ISOLATE));
	}

	@Test
	void refusesADenialWithItsReasonsWhateverTheOperatorChose() {
		for (var each : List.of(this.policy, this.askingUpstream)) {
			for (var requirement : List.of(READ, ISOLATE)) {
				assertThatExceptionOfType(Refused.class).isThrownBy(() -> each.enforce(DENIED, requirement))
					.satisfies((refused) -> {
						assertThat(refused.type()).isEqualTo(ProblemType.PERMISSION_DENIED);
						assertThat(refused.decision()).isEqualTo(DENIED);
						assertThat(refused.getBody().getProperties())
							.containsEntry("operation", requirement.operation())
							.containsEntry("reasons", DENIED.reasons());
					});
			}
		}
	}

	@Test
	void leavesAnUnprovenReadToDefender() {
		assertThatNoException().isThrownBy(() -> this.policy.enforce(UNPROVEN, READ));
	}

	@Test
	void refusesAnUnprovenChange() {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.policy.enforce(UNPROVEN, ISOLATE))
			.satisfies((refused) -> assertThat(refused.type()).isEqualTo(ProblemType.PERMISSION_UNPROVEN))
			.withMessageContaining("proven");
	}

	@Test
	void leavesAnUnprovenChangeToDefenderWhereTheOperatorSaysSo() {
		assertThatNoException().isThrownBy(() -> this.askingUpstream.enforce(UNPROVEN, ISOLATE));
	}

}
