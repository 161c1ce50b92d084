package io.github.defenderbff.policy;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.policy.Reason.RefusedUpstream;
import io.github.defenderbff.signin.Subject;

import static org.assertj.core.api.Assertions.assertThat;

/** How long a refusal of Defender's is remembered. */
class LearnedRefusalsTests {

	private static final Subject ADA = new Subject(Subject.Kind.PERSON, "tenant", "ada");

	private static final Targets SERVER = Targets.named("server");

	private final HandMovedClock clock = new HandMovedClock();

	private final LearnedRefusals refusals = new LearnedRefusals(this.clock);

	private void learn(long mark) {
		this.refusals.learn(ADA, "machines.isolate", SERVER, new RefusedUpstream("Forbidden", this.clock.instant()),
				mark);
	}

	@Test
	void isAMinute() {
		learn(this.refusals.mark());
		this.clock.move(Duration.ofSeconds(59));
		assertThat(this.refusals.find(ADA, "machines.isolate", SERVER)).isNotNull();
		this.clock.move(Duration.ofSeconds(1));
		assertThat(this.refusals.find(ADA, "machines.isolate", SERVER)).isNull();
	}

	@Test
	void isNotAtAllWhereSomethingWasForgottenMeanwhile() {
		var mark = this.refusals.mark();
		this.refusals.forget(new RoleBookChanged());
		learn(mark);
		assertThat(this.refusals.find(ADA, "machines.isolate", SERVER)).isNull();
	}

}
