package io.github.defenderbff.relay;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.policy.Requirement;
import io.github.defenderbff.policy.Requires.Exposure;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.responsecache.Lifetime;
import io.github.resilience4j.core.functions.Either;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;

import static io.github.defenderbff.relay.TestCalls.GET;
import static io.github.defenderbff.relay.TestCalls.ISOLATE;
import static io.github.defenderbff.relay.TestCalls.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is tried again, and how long a call may take. */
class AgainTests {

	private static final Operation HUNT = query(Duration.ofSeconds(210));

	private final HandMovedClock clock = new HandMovedClock();

	private final Upstream next = new Upstream();

	private final CallProperties calls = TestCallProperties.usual();

	private final Protection protection = new Protection(this.calls, this.clock);

	private final Again again = again();

	private Again again() {
		var upstream = new UpstreamProperties(URI.create("https://api.security.microsoft.com"), null,
				Duration.ofSeconds(5), Duration.ofSeconds(30), DataSize.ofBytes(1), DataSize.ofBytes(1),
				DataSize.ofBytes(1));
		return new Again(this.protection, this.calls, upstream, this.clock, this.next);
	}

	private static Operation query(Duration patience) {
		var requirement = new Requirement("advancedQueries.run", false, List.of(), Set.of(), List.of(),
				Exposure.FILTERED, Set.of());
		return new Operation("advancedQueries.run", HttpMethod.POST, "/api/advancedqueries/run", requirement,
				GET.limits(), Lifetime.NONE, Set.of(), null, Operation.Answer.PLAIN, patience);
	}

	private static UpstreamFailure status(int status) {
		return UpstreamFailure.status(ProblemType.UPSTREAM_FAILED, "", status, UpstreamError.NONE);
	}

	/**
	 * Answers the calls with these failures, one after the other, and then with success.
	 */
	private void defenderSays(Failure... failures) {
		this.next.answers((_) -> {
			var number = this.next.calls.size() - 1;
			if (number < failures.length) {
				throw failures[number];
			}
			return TestCalls.answered(200, "{}");
		});
	}

	private void fails(Operation operation, Failure failure) {
		assertThatExceptionOfType(Failure.class).isThrownBy(() -> this.again.answer(call(operation))).isSameAs(failure);
	}

	static Stream<IOException> unconnected() {
		return Stream.of(new ConnectException("refused"), new ConnectTimeoutException("late"),
				new UnknownHostException("nowhere"), new NoRouteToHostException("far"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 502, 503, 504 })
	void readThatWasTurnedAwayIsTriedAgain(int status) {
		defenderSays(status(status), status(status));
		assertThat(this.again.answer(call(GET)).status()).isEqualTo(200);
		assertThat(this.next.calls).hasSize(3);
	}

	@ParameterizedTest
	@MethodSource("unconnected")
	void everyReadThatDidNotArriveIsTriedAgain(IOException exception) {
		defenderSays(UpstreamFailure.noAnswer(exception));
		this.again.answer(call(GET));
		assertThat(this.next.calls).hasSize(2);
		this.next.calls.clear();
		this.again.answer(call(HUNT));
		assertThat(this.next.calls).hasSize(2);
	}

	@Test
	void readWhoseConnectionBrokeIsTriedAgain() {
		defenderSays(UpstreamFailure.noAnswer(new IOException("reset")));
		this.again.answer(call(GET));
		assertThat(this.next.calls).hasSize(2);
	}

	@Test
	void thirdFailureIsTold() {
		var third = status(504);
		defenderSays(status(502), status(503), third);
		fails(GET, third);
		assertThat(this.next.calls).hasSize(3);
	}

	@ParameterizedTest
	@ValueSource(ints = { 302, 400, 500, 501 })
	void otherAnswersAreToldAtOnce(int status) {
		var failure = status(status);
		defenderSays(failure);
		fails(GET, failure);
		assertThat(this.next.calls).hasSize(1);
	}

	static Stream<Failure> notToBeRepeated() {
		return Stream.of(UpstreamFailure.noAnswer(new SocketTimeoutException("silent")), UpstreamFailure.busy(),
				UpstreamFailure.unavailable(Duration.ofSeconds(1)), UpstreamFailure.tooLate(),
				UpstreamFailure.invalidAnswer("garbage"), new Throttled(Duration.ofSeconds(1), UpstreamError.NONE),
				new TokenRejected());
	}

	@ParameterizedTest
	@MethodSource("notToBeRepeated")
	void whatTryingAgainCannotMendIsToldAtOnce(Failure failure) {
		defenderSays(failure);
		fails(GET, failure);
		assertThat(this.next.calls).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource("unconnected")
	void changeIsSentOnceAtMost(IOException exception) {
		for (var failure : List.of(UpstreamFailure.noAnswer(exception), status(503))) {
			this.next.calls.clear();
			defenderSays(failure);
			fails(ISOLATE, failure);
			assertThat(this.next.calls).hasSize(1);
		}
	}

	@Test
	void queryThatMayHaveBegunIsNotRunTwice() {
		for (var failure : List.of(UpstreamFailure.noAnswer(new IOException("reset")), status(503))) {
			this.next.calls.clear();
			defenderSays(failure);
			fails(HUNT, failure);
			assertThat(this.next.calls).hasSize(1);
		}
	}

	@Test
	void onlyTheFirstTryWaitsForQuota() {
		defenderSays(status(503), status(503));
		this.again.answer(call(GET));
		assertThat(this.next.calls).extracting((call) -> call.terms().patient()).containsExactly(true, false, false);
	}

	@Test
	void firstTroubleIsToldWhereQuotaForMoreIsMissing() {
		var trouble = status(503);
		defenderSays(trouble, new NoQuota());
		fails(GET, trouble);
	}

	@Test
	void missingQuotaIsToldWhereNothingElseHappened() {
		var missing = new NoQuota();
		defenderSays(missing);
		fails(GET, missing);
	}

	@Test
	void tokenThatIsRejectedLaterIsToldAsThat() {
		var rejected = new TokenRejected();
		defenderSays(status(503), rejected);
		fails(GET, rejected);
	}

	@Test
	void pauseIsAsLongAsDefenderSays() {
		var failure = status(503);
		failure.notBefore(Duration.ofSeconds(7));
		var pauses = this.protection.retry().getRetryConfig().getIntervalBiFunction();
		assertThat(pauses.apply(1, Either.left(failure))).isEqualTo(7_000);
		assertThat(pauses.apply(1, Either.left(status(503)))).isLessThan(10);
	}

	@Test
	void defenderThatWantsMoreTimeThanThereIsIsNotAskedAgain() {
		var failure = status(503);
		failure.notBefore(Duration.ofSeconds(56));
		defenderSays(failure);
		fails(GET, failure);
		assertThat(failure.getHeaders().getFirst("Retry-After")).isEqualTo("56");
		assertThat(this.next.calls).hasSize(1);
	}

	@Test
	void whatCannotFinishIsNotBegun() {
		this.next.answers((_) -> {
			this.clock.move(Duration.ofSeconds(56));
			throw status(503);
		});
		assertThatExceptionOfType(UpstreamFailure.class).isThrownBy(() -> this.again.answer(call(GET)));
		assertThat(this.next.calls).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void nothingIsSpentWhileTheBreakerIsOpen(boolean change) {
		this.protection.breaker().transitionToOpenState();
		this.clock.move(Duration.ofSeconds(3));
		assertThatExceptionOfType(UpstreamFailure.class)
			.isThrownBy(() -> this.again.answer(call(change ? ISOLATE : GET)))
			.satisfies((failure) -> assertThat(failure.getHeaders().getFirst("Retry-After")).isEqualTo("7"));
		assertThat(this.next.calls).isEmpty();
		this.clock.move(Duration.ofSeconds(7));
		this.again.answer(call(GET));
	}

	@Test
	void everyTryHasTheDeadlineOfTheFirst() {
		var deadline = this.clock.instant().plusSeconds(60);
		this.next.answers((_) -> {
			this.clock.move(Duration.ofSeconds(20));
			throw status(503);
		});
		assertThatExceptionOfType(UpstreamFailure.class).isThrownBy(() -> this.again.answer(call(GET)));
		assertThat(this.next.calls).hasSize(3).extracting((call) -> call.terms().deadline()).containsOnly(deadline);
	}

	@Test
	void changeHasADeadlineToo() {
		this.again.answer(call(ISOLATE));
		assertThat(this.next.calls.getFirst().terms().deadline()).isEqualTo(this.clock.instant().plusSeconds(60));
	}

	@Test
	void slowOperationsHaveMoreTime() {
		this.again.answer(call(HUNT));
		assertThat(this.next.calls.getFirst().terms().deadline()).isEqualTo(this.clock.instant().plusSeconds(240));
	}

	/** The budget has nothing left. */
	private static final class NoQuota extends Failure {

		NoQuota() {
			super(ProblemType.QUOTA_EXHAUSTED, "");
		}

	}

}
