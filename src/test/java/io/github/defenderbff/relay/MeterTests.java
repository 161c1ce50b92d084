package io.github.defenderbff.relay;

import java.time.Duration;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.quota.QuotaExhausted;
import io.github.defenderbff.quota.TestQuotas;
import org.junit.jupiter.api.Test;

import static io.github.defenderbff.relay.TestCalls.GET;
import static io.github.defenderbff.relay.TestCalls.ISOLATE;
import static io.github.defenderbff.relay.TestCalls.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a call costs. */
class MeterTests {

	private final Upstream next = new Upstream();

	private final HandMovedClock clock = new HandMovedClock();

	private final Meter meter = new Meter(TestQuotas.full(this.clock), this.next);

	@Test
	void takesEveryCallFromTheBudgetThatAllPeopleShare() {
		this.meter.answer(call(GET, "ada"));
		this.meter.answer(call(GET, "bob"));
		assertThatExceptionOfType(QuotaExhausted.class).isThrownBy(() -> this.meter.answer(call(GET, "eve")));
		assertThat(this.next.calls).hasSize(2);
	}

	@Test
	void asksNothingMoreWhileDefenderThrottles() {
		this.next.fails(new Throttled(Duration.ofSeconds(30), new UpstreamError(null, null, null)));
		assertThatExceptionOfType(Throttled.class).isThrownBy(() -> this.meter.answer(call(GET, "ada")));
		assertThatExceptionOfType(QuotaExhausted.class).isThrownBy(() -> this.meter.answer(call(GET, "bob")));
		assertThat(this.next.calls).hasSize(1);
		this.next.answers((_) -> TestCalls.answered(200, "{}"));
		this.meter.answer(call(ISOLATE));
		this.clock.move(Duration.ofSeconds(30));
		assertThat(this.meter.answer(call(GET)).status()).isEqualTo(200);
	}

	@Test
	void goesOnAfterAnyOtherFailure() {
		this.next.fails(UpstreamFailure.invalidAnswer("garbage"));
		assertThatExceptionOfType(UpstreamFailure.class).isThrownBy(() -> this.meter.answer(call(GET)));
		this.next.answers((_) -> TestCalls.answered(200, "{}"));
		assertThat(this.meter.answer(call(GET)).status()).isEqualTo(200);
	}

}
