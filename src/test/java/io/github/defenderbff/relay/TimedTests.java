package io.github.defenderbff.relay;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import io.github.defenderbff.policy.Reason;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How long Defender took, and what became of the call. */
class TimedTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private long count(String outcome) {
		return this.meters.get(Timed.METER).tags("operation", "machines.get", "outcome", outcome).timer().count();
	}

	static Stream<Arguments> failures() {
		return Stream.of(Arguments.of(new TokenRejected(), "challenged"),
				Arguments.of(new RefusedByDefender(new Reason.RefusedUpstream(null, Instant.EPOCH)), "refused"),
				Arguments.of(UpstreamFailure.noAnswer(new ConnectException()), "unconnected"),
				Arguments.of(UpstreamFailure.noAnswer(new SocketTimeoutException()), "unanswered"),
				Arguments.of(UpstreamFailure.invalidAnswer("nonsense"), "rejected"),
				Arguments.of(UpstreamFailure.unavailable(Duration.ZERO), "held_back"),
				Arguments.of(new IllegalStateException(), "error"));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void failureIsMeasuredUnderWhatBecameOfTheCall(RuntimeException failure, String outcome) {
		var stage = new Timed(this.meters, (_) -> {
			throw failure;
		});
		assertThatThrownBy(() -> stage.answer(TestCalls.call(TestCalls.GET))).isSameAs(failure);
		assertThat(count(outcome)).isEqualTo(1);
	}

	@Test
	void answerIsMeasured() {
		var payload = Payload.received(200, new byte[0], Instant.EPOCH);
		var stage = new Timed(this.meters, (_) -> payload);
		stage.answer(TestCalls.call(TestCalls.GET));
		assertThat(stage.answer(TestCalls.call(TestCalls.GET))).isSameAs(payload);
		assertThat(count("answered")).isEqualTo(2);
	}

}
