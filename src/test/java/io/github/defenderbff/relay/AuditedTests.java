package io.github.defenderbff.relay;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.defenderbff.audit.TestAudits;
import io.github.defenderbff.policy.Decision;
import io.github.defenderbff.policy.Reason;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.defenderbff.relay.TestCalls.GET;
import static io.github.defenderbff.relay.TestCalls.ISOLATE;
import static io.github.defenderbff.relay.TestCalls.MACHINE;
import static io.github.defenderbff.relay.TestCalls.answered;
import static io.github.defenderbff.relay.TestCalls.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is written down of a change. */
class AuditedTests {

	private static final String ISOLATION = " tenant ada machines.isolate /api/machines/" + MACHINE + " ";

	private final Upstream next = new Upstream();

	private final AuditTrail trail = AuditTrail.open();

	private final Audited audited = new Audited(TestAudits.audit(), this.next);

	@AfterEach
	void closeTrail() {
		this.trail.close();
	}

	@Test
	void writesTheIntentBeforeAndTheOutcomeAfter() {
		var whileSent = new ArrayList<String>();
		this.next.answers((_) -> {
			whileSent.addAll(this.trail.lines());
			return answered(201, "{}");
		});
		this.audited.answer(call(ISOLATE).decided(new Decision.Unproven(List.of())));
		assertThat(whileSent).containsExactly("intent" + ISOLATION + "unproven");
		assertThat(this.trail.lines()).containsExactly("intent" + ISOLATION + "unproven",
				"outcome" + ISOLATION + "made 201");
	}

	@Test
	void writesTheOutcomeOfAFailure() {
		this.next.fails(UpstreamFailure.invalidAnswer("garbage"));
		assertThatExceptionOfType(UpstreamFailure.class)
			.isThrownBy(() -> this.audited.answer(call(ISOLATE).decided(new Decision.Permit())));
		assertThat(this.trail.lines()).last().isEqualTo("outcome" + ISOLATION + "uncertain upstream-answer-invalid");
	}

	@Test
	void writesThatAChangeWasNotSent() {
		for (var failure : List.of(UpstreamFailure.unavailable(Duration.ofSeconds(1)),
				UpstreamFailure.noAnswer(new ConnectException("refused")))) {
			this.next.fails(failure);
			assertThatExceptionOfType(UpstreamFailure.class)
				.isThrownBy(() -> this.audited.answer(call(ISOLATE).decided(new Decision.Permit())));
			assertThat(this.trail.lines()).last()
				.isEqualTo("outcome" + ISOLATION + "not-sent " + failure.type().slug());
		}
	}

	@Test
	void writesAnOutcomeEvenWhenItIsUnknown() {
		this.next.fails(new IllegalStateException("a defect"));
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.audited.answer(call(ISOLATE).decided(new Decision.Permit())));
		assertThat(this.trail.lines()).last().isEqualTo("outcome" + ISOLATION + "uncertain internal-error");
	}

	@Test
	void sendsNothingThatCannotBeWrittenDown() {
		this.trail.fill();
		assertThatExceptionOfType(Failure.class)
			.isThrownBy(() -> this.audited.answer(call(ISOLATE).decided(new Decision.Permit())))
			.extracting(Failure::type)
			.isEqualTo(ProblemType.AUDIT_UNAVAILABLE);
		assertThat(this.next.calls).isEmpty();
	}

	@Test
	void writesThatAChangeWasNotMadeOrMayHaveBeen() {
		this.next.fails(new RefusedByDefender(new Reason.RefusedUpstream("Forbidden", Instant.EPOCH)));
		assertThatExceptionOfType(UpstreamFailure.class)
			.isThrownBy(() -> this.audited.answer(call(ISOLATE).decided(new Decision.Permit())));
		assertThat(this.trail.lines()).last().isEqualTo("outcome" + ISOLATION + "not-made refused-upstream");
		this.next.fails(UpstreamFailure.noAnswer(new SocketTimeoutException()));
		assertThatExceptionOfType(UpstreamFailure.class)
			.isThrownBy(() -> this.audited.answer(call(ISOLATE).decided(new Decision.Permit())));
		assertThat(this.trail.lines()).last().isEqualTo("outcome" + ISOLATION + "uncertain upstream-timeout");
	}

	@Test
	void writesNothingOfARead() {
		this.audited.answer(call(GET));
		assertThat(this.trail.lines()).isEmpty();
		assertThat(this.next.calls).hasSize(1);
	}

}
