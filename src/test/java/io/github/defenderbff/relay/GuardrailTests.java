package io.github.defenderbff.relay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

import io.github.defenderbff.policy.Reason;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.quota.Limits;
import io.github.defenderbff.signin.Caller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What an operator's rules make of an operation and of its answers. */
class GuardrailTests {

	private static final Operation HUNT = new Operation("advancedQueries.run", TestCalls.ISOLATE.method(),
			"/api/advancedqueries/run", TestCalls.GET.requirement(),
			new Limits(45, 1500, true,
					new Limits.Run(Duration.ofSeconds(200), Duration.ofMinutes(10), Duration.ofHours(3))),
			TestCalls.ISOLATE.lifetime(), TestCalls.GET.about(), null, Operation.Answer.PLAIN, Duration.ofSeconds(210));

	@Test
	void shorterRunTakesLessOfTheBudgetAndLessPatience() {
		var operation = HUNT.within(new Rules(Duration.ofSeconds(30)));
		assertThat(operation.metered().limits().run())
			.isEqualTo(new Limits.Run(Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofHours(3)));
		assertThat(operation.patience()).isEqualTo(Duration.ofSeconds(40));
		assertThat(operation.metered().operation()).isEqualTo(HUNT.id());
	}

	@Test
	void detourTakesTheScopeAwayAndNothingElse() {
		var operation = HUNT.within(new Rules(Duration.ofSeconds(200))).by(TestCalls.DETOUR);
		assertThat(operation.requirement().consentElsewhere()).isTrue();
		assertThat(operation.requirement().anyPrivilege()).isEqualTo(HUNT.requirement().anyPrivilege());
		assertThat(operation.limits()).isEqualTo(HUNT.limits());
		assertThat(operation.patience()).isEqualTo(HUNT.patience());
		assertThat(operation.within(Duration.ofSeconds(5)).detour()).isEqualTo(TestCalls.DETOUR);
		assertThat(operation.guardrail()).isNotNull();
	}

	@Test
	void answerBreaksOffBehindItsLargestSize() throws IOException {
		assertThat(bounded(100).readAllBytes()).hasSize(100);
		assertThatExceptionOfType(UpstreamFailure.class).isThrownBy(() -> bounded(101).readAllBytes())
			.satisfies((failure) -> assertThat(failure.type()).isEqualTo(ProblemType.UPSTREAM_ANSWER_INVALID))
			.withMessageContaining("100 bytes");
	}

	private static InputStream bounded(int length) {
		return new BoundedBody(new ByteArrayInputStream(new byte[length]), DataSize.ofBytes(100));
	}

	/** Rules about nothing but time. */
	private record Rules(Duration longest) implements Guardrail {

		@Override
		public String operation() {
			return HUNT.id();
		}

		@Override
		public @Nullable Reason objection(Caller caller, Body<?> body) {
			return null;
		}

		@Override
		public Body<?> instead(Body<?> body) {
			return body;
		}

		@Override
		public DataSize largestAnswer() {
			return DataSize.ofBytes(100);
		}

	}

}
