package io.github.defenderbff.relay;

import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.quota.Limits;
import io.github.defenderbff.quota.QuotaExhausted;
import io.github.defenderbff.quota.TestQuotas;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.github.defenderbff.relay.TestCalls.GET;
import static io.github.defenderbff.relay.TestCalls.ISOLATE;
import static io.github.defenderbff.relay.TestCalls.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a call costs. */
class MeterTests {

	private static final Operation LIST = operation("machines.list", new Limits(20, 100, true, null), null);

	private static final Operation HUNT = operation("advancedQueries.run",
			new Limits(45, 1500, true,
					new Limits.Run(Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofMinutes(10))),
			Duration.ofSeconds(15));

	private final Upstream next = new Upstream();

	private final HandMovedClock clock = new HandMovedClock();

	private final Meter meter = new Meter(TestQuotas.full(this.clock), this.next);

	private static Operation operation(String id, Limits limits, @Nullable Duration patience) {
		return new Operation(id, GET.method(), GET.path(), GET.requirement(), limits, GET.lifetime(), GET.about(), null,
				GET.answer(), patience);
	}

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
		assertThatExceptionOfType(Throttled.class).isThrownBy(() -> this.meter.answer(call(GET, "ada")))
			.satisfies((throttled) -> assertThat(throttled.getHeaders().getFirst("RateLimit"))
				.isEqualTo("\"minute\";r=0;t=30, \"hour\";r=0;t=30"));
		assertThatExceptionOfType(QuotaExhausted.class).isThrownBy(() -> this.meter.answer(call(GET, "bob")));
		assertThat(this.next.calls).hasSize(1);
		this.next.answers((_) -> TestCalls.answered(200, "{}"));
		this.meter.answer(call(ISOLATE));
		this.clock.move(Duration.ofSeconds(30));
		assertThat(this.meter.answer(call(GET)).status()).isEqualTo(200);
	}

	@Test
	void letsAQueryRunAsLongAsThereIsRunTimeAndSettlesIt() {
		var shortened = new ArrayList<Duration>();
		this.next.answers((call) -> {
			shortened.add(call.operation().patience());
			this.clock.move(Duration.ofSeconds(3));
			return TestCalls.answered(200, "{}");
		});
		this.meter.answer(call(HUNT, "ada"));
		this.meter.answer(call(HUNT, "ada"));
		assertThat(shortened).containsExactly(Duration.ofSeconds(15), Duration.ofSeconds(12));
	}

	@Test
	void countsAQueryInFullThatMayStillRun() {
		this.next.fails(UpstreamFailure.noAnswer(new HttpTimeoutException("late")));
		assertThatExceptionOfType(UpstreamFailure.class).isThrownBy(() -> this.meter.answer(call(HUNT, "ada")));
		assertThatExceptionOfType(QuotaExhausted.class).isThrownBy(() -> this.meter.answer(call(HUNT, "ada")))
			.satisfies((refused) -> assertThat(refused.getBody().getProperties()).containsEntry("cause", "share"));
	}

	@Test
	void countsNoRunTimeWhereDefenderWasNotReached() {
		this.next.fails(UpstreamFailure.noAnswer(new ConnectException("refused")));
		for (var attempt = 0; attempt < 5; attempt++) {
			assertThatExceptionOfType(UpstreamFailure.class).isThrownBy(() -> this.meter.answer(call(HUNT, "ada")));
		}
	}

	@Test
	void lettingAReadUseTheReserveTakesAChangeThatDependsOnIt() {
		for (var who = 0; who < 20; who++) {
			readAll("p" + who);
		}
		assertThatExceptionOfType(QuotaExhausted.class).isThrownBy(() -> this.meter.answer(call(LIST, "eve")))
			.satisfies((refused) -> assertThat(refused.getBody().getProperties()).containsEntry("cause", "reserve"));
		var payload = this.meter.answer(forChange(call(LIST, "eve")));
		assertThat(payload.status()).isEqualTo(200);
	}

	private void readAll(String who) {
		assertThatExceptionOfType(QuotaExhausted.class).isThrownBy(() -> {
			while (true) {
				this.meter.answer(call(LIST, who));
			}
		});
	}

	private static Call forChange(Call call) {
		return new Call(call.operation(), call.caller(), call.path(), call.query(), call.content(),
				new Terms(false, true, false), null, null, null);
	}

	@Test
	void goesOnAfterAnyOtherFailure() {
		this.next.fails(UpstreamFailure.invalidAnswer("garbage"));
		assertThatExceptionOfType(UpstreamFailure.class).isThrownBy(() -> this.meter.answer(call(GET)));
		this.next.answers((_) -> TestCalls.answered(200, "{}"));
		assertThat(this.meter.answer(call(GET)).status()).isEqualTo(200);
	}

}
