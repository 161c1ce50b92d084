package io.github.defenderbff.relay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.problem.ProblemType;
import org.junit.jupiter.api.Test;

import static io.github.defenderbff.relay.TestCallProperties.ENOUGH;
import static io.github.defenderbff.relay.TestCallProperties.PAUSE;
import static io.github.defenderbff.relay.TestCalls.GET;
import static io.github.defenderbff.relay.TestCalls.ISOLATE;
import static io.github.defenderbff.relay.TestCalls.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What is let through to Defender, and when. */
class GuardTests {

	private final UpstreamFailure trouble = UpstreamFailure.status(ProblemType.UPSTREAM_FAILED, "", 500,
			UpstreamError.NONE);

	private final HandMovedClock clock = new HandMovedClock();

	private final Upstream next = new Upstream();

	private Guard guard = guard(TestCallProperties.usual());

	private Guard guard(CallProperties properties) {
		return new Guard(new Protection(properties, this.clock), properties, this.next);
	}

	private void fail(int times, RuntimeException failure) {
		this.next.fails(failure);
		for (var number = 0; number < times; number++) {
			assertThatExceptionOfType(failure.getClass()).isThrownBy(() -> this.guard.answer(call(GET)));
		}
	}

	private void heldBack(Operation operation, ProblemType type, String proxyStatus, String retryAfter) {
		var sent = this.next.calls.size();
		assertThatExceptionOfType(UpstreamFailure.class).isThrownBy(() -> this.guard.answer(call(operation)))
			.satisfies((failure) -> {
				assertThat(failure.type()).isEqualTo(type);
				assertThat(failure.fate()).isEqualTo(Fate.HELD_BACK);
				assertThat(failure.ofDefender()).isTrue();
				assertThat(failure.getHeaders().getFirst("Proxy-Status"))
					.isEqualTo("defender-bff; error=" + proxyStatus);
				assertThat(failure.getHeaders().getFirst("Retry-After")).isEqualTo(retryAfter);
			});
		assertThat(this.next.calls).hasSize(sent);
	}

	private void unavailable(Operation operation, String retryAfter) {
		heldBack(operation, ProblemType.UPSTREAM_UNAVAILABLE, "destination_unavailable", retryAfter);
	}

	private void wellAgain() {
		this.next.answers((_) -> TestCalls.answered(200, "{}"));
	}

	@Test
	void troubleElsewhereSaysNothingOfDefenderNorDefendersOfIt() {
		this.next.fails(this.trouble);
		var elsewhere = call(GET.by(TestCalls.DETOUR));
		for (var times = 0; times < 2 * ENOUGH; times++) {
			assertThatExceptionOfType(UpstreamFailure.class).isThrownBy(() -> this.guard.answer(elsewhere))
				.isSameAs(this.trouble);
		}
		fail(ENOUGH, this.trouble);
		unavailable(GET, "10");
		this.next.answers((_) -> TestCalls.answered(200, "{}"));
		assertThat(this.guard.answer(elsewhere).status()).isEqualTo(200);
	}

	@Test
	void defenderInTroubleIsLeftAlone() {
		fail(ENOUGH, this.trouble);
		unavailable(GET, "10");
		this.clock.move(Duration.ofSeconds(4));
		unavailable(GET, "6");
		unavailable(ISOLATE, "6");
	}

	@Test
	void connectionsThatFailAreTroubleToo() {
		fail(ENOUGH / 2, UpstreamFailure.noAnswer(new ConnectException("refused")));
		fail(ENOUGH / 2, UpstreamFailure.noAnswer(new SocketTimeoutException("silent")));
		unavailable(GET, "10");
	}

	@Test
	void troubleOfFewCallsDoesNotCount() {
		fail(ENOUGH - 1, this.trouble);
		wellAgain();
		assertThat(this.guard.answer(call(GET)).status()).isEqualTo(200);
	}

	@Test
	void whatDefenderRefusesIsNoTrouble() {
		fail(ENOUGH, new Throttled(Duration.ofSeconds(5), UpstreamError.NONE));
		fail(ENOUGH, new TokenRejected());
		fail(ENOUGH, UpstreamFailure.status(ProblemType.UPSTREAM_REJECTED_REQUEST, "", 400, UpstreamError.NONE));
		fail(ENOUGH, UpstreamFailure.invalidAnswer("garbage"));
		wellAgain();
		assertThat(this.guard.answer(call(GET)).status()).isEqualTo(200);
	}

	@Test
	void faultsOfOursSayNothingOfDefender() {
		fail(ENOUGH, new IllegalStateException("a fault"));
		fail(ENOUGH, UpstreamFailure.busy());
		fail(ENOUGH - 1, this.trouble);
		wellAgain();
		assertThat(this.guard.answer(call(GET)).status()).isEqualTo(200);
	}

	@Test
	void defenderIsTriedAfterThePause() {
		fail(ENOUGH, this.trouble);
		this.clock.move(PAUSE.plusMillis(1));
		wellAgain();
		for (var trial = 0; trial < 5; trial++) {
			this.guard.answer(call(GET));
		}
		fail(ENOUGH - 1, this.trouble);
		wellAgain();
		assertThat(this.guard.answer(call(GET)).status()).isEqualTo(200);
	}

	@Test
	void defenderIsLeftAloneAgainIfTheTrialsFail() {
		fail(ENOUGH, this.trouble);
		this.clock.move(PAUSE.plusMillis(1));
		fail(5, this.trouble);
		unavailable(GET, "10");
	}

	@Test
	void moreThanTheTrialsAreHeldBackForAMoment() {
		fail(ENOUGH, this.trouble);
		this.clock.move(PAUSE.plusMillis(1));
		this.next.answers(new Nested(5));
		this.guard.answer(call(GET));
	}

	/** Trials that are under way together, and one call more. */
	private final class Nested implements Stage {

		private final int most;

		private int under;

		Nested(int most) {
			this.most = most;
		}

		@Override
		public Payload<?> answer(Call call) {
			this.under++;
			if (this.under < this.most) {
				return GuardTests.this.guard.answer(call);
			}
			unavailable(GET, "1");
			return TestCalls.answered(200, "{}");
		}

	}

	@Test
	void callWithoutAPlaceIsNotSent() {
		this.guard = guard(TestCallProperties.places(1, 1, Duration.ofHours(1)));
		this.next.answers((_) -> {
			heldBack(ISOLATE, ProblemType.UPSTREAM_BUSY, "connection_limit_reached", "1");
			return TestCalls.answered(200, "{}");
		});
		this.guard.answer(call(GET));
		assertThat(this.next.calls).hasSize(1);
	}

	@Test
	void placeIsGivenBackWhateverHappens() {
		this.guard = guard(TestCallProperties.places(1, 1, Duration.ofHours(1)));
		fail(2, this.trouble);
		this.next.fails(new IllegalStateException("a fault"));
		assertThatIllegalStateException().isThrownBy(() -> this.guard.answer(call(GET)));
		wellAgain();
		assertThat(this.guard.answer(call(GET)).status()).isEqualTo(200);
	}

	@Test
	void largeAnswersTakeNoPlaceOfCalls() {
		this.guard = guard(TestCallProperties.places(1, 8, Duration.ofHours(1)));
		this.next.answers((_) -> arriving(InputStream.nullInputStream()));
		this.guard.answer(call(GET));
		assertThat(this.guard.answer(call(GET)).held()).isNull();
		wellAgain();
		assertThat(this.guard.answer(call(GET)).status()).isEqualTo(200);
	}

	@Test
	void largeAnswersHavePlacesOfTheirOwn() throws IOException {
		this.guard = guard(TestCallProperties.places(5, 1, Duration.ofHours(1)));
		this.next.answers((_) -> arriving(new ByteArrayInputStream(new byte[10])));
		var first = this.guard.answer(call(GET));
		var closed = new CompletableFuture<Void>();
		this.next.answers((_) -> arriving(closing(closed)));
		assertThatExceptionOfType(UpstreamFailure.class).isThrownBy(() -> this.guard.answer(call(GET)))
			.satisfies((failure) -> assertThat(failure.type()).isEqualTo(ProblemType.UPSTREAM_BUSY))
			.satisfies((failure) -> assertThat(failure.fate().wasSent()).isTrue());
		assertThat(closed).isCompleted();
		assertThat(first.body().readAllBytes()).hasSize(10);
		first.close();
		assertThat(this.guard.answer(call(GET)).held()).isNull();
		assertThatExceptionOfType(UpstreamFailure.class).isThrownBy(() -> this.guard.answer(call(GET)));
	}

	@Test
	void nobodyTakesMoreThanAQuarterOfThePlacesForLargeAnswers() throws IOException {
		this.guard = guard(TestCallProperties.places(5, 8, Duration.ofHours(1)));
		this.next.answers((_) -> arriving(new ByteArrayInputStream(new byte[10])));
		var first = this.guard.answer(call(GET, "ada"));
		this.guard.answer(call(GET, "ada"));
		assertThatExceptionOfType(UpstreamFailure.class).isThrownBy(() -> this.guard.answer(call(GET, "ada")));
		assertThat(this.guard.answer(call(GET, "bob")).held()).isNull();
		first.close();
		assertThat(this.guard.answer(call(GET, "ada")).held()).isNull();
	}

	@Test
	void largeAnswerOfAChangeIsAlwaysPassedOn() {
		this.guard = guard(TestCallProperties.places(5, 1, Duration.ofHours(1)));
		this.next.answers((_) -> arriving(InputStream.nullInputStream()));
		this.guard.answer(call(GET));
		assertThat(this.guard.answer(call(ISOLATE)).held()).isNull();
	}

	@Test
	void largeAnswerThatNobodyReadsLosesItsPlace() throws Exception {
		this.guard = guard(TestCallProperties.places(5, 1, Duration.ofMillis(1)));
		var closed = new CompletableFuture<Void>();
		this.next.answers((_) -> arriving(closing(closed)));
		this.guard.answer(call(GET));
		closed.get(10, TimeUnit.SECONDS);
	}

	private static Payload<?> arriving(InputStream body) {
		return Payload.arriving(200, body, Instant.EPOCH);
	}

	private static InputStream closing(CompletableFuture<Void> closed) {
		return new ByteArrayInputStream(new byte[0]) {
			@Override
			public void close() {
				closed.complete(null);
			}
		};
	}

}
