package io.github.defenderbff.policy;

import java.time.Instant;
import java.util.List;

import io.github.defenderbff.policy.Decision.Deny;
import io.github.defenderbff.policy.Decision.Permit;
import io.github.defenderbff.policy.Decision.Unproven;
import io.github.defenderbff.policy.Reason.NotKnown;
import io.github.defenderbff.policy.Reason.RefusedUpstream;
import io.github.defenderbff.policy.Reason.StepUpRequired;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What was decided, as it is counted. */
class DecisionsTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final Decisions decisions = new Decisions();

	private double count(String outcome, String reason) {
		return this.meters.get("policy.decisions").tags("outcome", outcome, "reason", reason).functionCounter().count();
	}

	@Test
	void eachIsCountedOnceUnderItsFirstReason() {
		this.decisions.bindTo(this.meters);
		this.decisions.count(Permit.INSTANCE);
		var refused = new RefusedUpstream(null, Instant.EPOCH);
		this.decisions.count(new Deny(List.of(new StepUpRequired(60, null), refused)));
		this.decisions.count(new Deny(List.of(refused)));
		this.decisions.count(new Deny(List.of(refused)));
		this.decisions.count(new Unproven(List.of(NotKnown.grant())));
		assertThat(count("permit", "none")).isEqualTo(1);
		assertThat(count("deny", "StepUpRequired")).isEqualTo(1);
		assertThat(count("deny", "RefusedUpstream")).isEqualTo(2);
		assertThat(count("unproven", "NotKnown")).isEqualTo(1);
	}

	@Test
	void everyReasonIsThereFromTheStart() {
		this.decisions.bindTo(this.meters);
		for (var reason : Reason.class.getPermittedSubclasses()) {
			var outcome = (reason == NotKnown.class) ? "unproven" : "deny";
			assertThat(count(outcome, reason.getSimpleName())).isZero();
		}
	}

}
