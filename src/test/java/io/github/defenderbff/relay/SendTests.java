package io.github.defenderbff.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.policy.Requirement;
import io.github.defenderbff.policy.Requires.Exposure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.quota.Limits;
import io.github.defenderbff.responsecache.Lifetime;
import io.github.defenderbff.signin.AccessToken;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What Defender's connection can do wrong, each told apart. */
@NullMarked
class SendTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Duration IMPATIENCE = Duration.ofMillis(300);

	private static final HandMovedClock CLOCK = new HandMovedClock();

	private static final AccessToken TOKEN = new AccessToken("a-token");

	@Test
	void closedPortIsUnreachable() throws IOException {
		var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		closed.close();
		failed(send(closed.getLocalPort(), PATIENCE), ProblemType.UPSTREAM_UNREACHABLE, "connection_refused");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					``                                                            | UPSTREAM_TIMEOUT        | http_response_timeout
					HTTP/1.1 200 OK~                                              | UPSTREAM_TIMEOUT        | http_response_timeout
					HTTP/1.1 200 OK~Content-Length: 100~~{"value":                | UPSTREAM_TIMEOUT        | http_response_timeout
					HTTP/1.1 200 OK~Transfer-Encoding: chunked~~8~{"value"        | UPSTREAM_TIMEOUT        | http_response_timeout
					""")
	void serverThatFallsSilentIsNotWaitedFor(String beginning, ProblemType type, String error) throws IOException {
		try (var server = new RawServer(beginning, false)) {
			failed(send(server.port(), IMPATIENCE), type, error);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					``                                                            | UPSTREAM_UNREACHABLE    | connection_terminated
					HTTP/1.1 200 OK~Content-Length: 100~~{"value":[]}             | UPSTREAM_UNREACHABLE    | connection_terminated
					HTTP/1.1 200 OK~Transfer-Encoding: chunked~~8~{"value"        | UPSTREAM_UNREACHABLE    | connection_terminated
					SSH-2.0-OpenSSH_9.9~                                          | UPSTREAM_UNREACHABLE    | connection_terminated
					HTTP/1.1 200 OK~Content-Length: 2000~~{                       | UPSTREAM_UNREACHABLE    | connection_terminated
					""")
	void serverThatHangsUpIsUnreachable(String beginning, ProblemType type, String error) throws IOException {
		try (var server = new RawServer(beginning, true)) {
			failed(send(server.port(), PATIENCE), type, error);
		}
	}

	@Test
	void answerAboveTheLimitIsInvalid() throws IOException {
		try (var server = new RawServer("HTTP/1.1 200 OK~~{\"value\":\"" + "a".repeat(2000) + "\"}", true)) {
			failed(send(server.port(), PATIENCE), ProblemType.UPSTREAM_ANSWER_INVALID, "http_protocol_error");
		}
	}

	@Test
	void redirectIsNotFollowed() throws IOException {
		try (var target = new RawServer("HTTP/1.1 200 OK~Content-Length: 2~~{}", true);
				var server = new RawServer("HTTP/1.1 302 Found~Location: http://localhost:%d/~Content-Length: 0~~"
					.formatted(target.port()), true)) {
			var answer = send(server.port(), PATIENCE).send(call());
			assertThat(answer.status().value()).isEqualTo(302);
			assertThat(target.received()).isEmpty();
			assertThat(server.received()).contains("GET /api/machines?$top=1 HTTP/1.1",
					"Authorization: Bearer a-token");
		}
	}

	@Test
	void nothingIsSentThatNobodyAskedFor() throws IOException {
		try (var server = new RawServer("HTTP/1.1 200 OK~Content-Length: 2~~{}", true)) {
			send(server.port(), PATIENCE).send(call()).close();
			assertThat(server.received().lines().skip(1).filter((line) -> !line.isEmpty()))
				.extracting((line) -> line.substring(0, line.indexOf(':')))
				.containsExactlyInAnyOrder("Authorization", "Accept", "Host", "Connection", "User-Agent");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "HTTP/1.1 200 OK~", "HTTP/1.1 200 OK~Content-Length: 100~~{\"value\":" })
	void deadlineIsKeptWhereverTheServerFallsSilent(String beginning) throws IOException {
		try (var server = new RawServer(beginning, false)) {
			var call = call().by(CLOCK.instant().plus(IMPATIENCE));
			assertThatExceptionOfType(UpstreamFailure.class)
				.isThrownBy(() -> send(server.port(), PATIENCE).send(call).whole(1000))
				.satisfies((failure) -> assertThat(failure.fate()).isEqualTo(Fate.UNANSWERED));
		}
	}

	@Test
	void nothingIsSentAfterTheDeadline() throws IOException {
		try (var server = new RawServer("HTTP/1.1 200 OK~Content-Length: 2~~{}", true)) {
			assertThatExceptionOfType(UpstreamFailure.class)
				.isThrownBy(() -> send(server.port(), PATIENCE).send(call().by(CLOCK.instant())))
				.satisfies((failure) -> {
					assertThat(failure.type()).isEqualTo(ProblemType.UPSTREAM_TIMEOUT);
					assertThat(failure.fate()).isEqualTo(Fate.HELD_BACK);
				});
			assertThat(server.received()).isEmpty();
		}
	}

	@Test
	void bodyThatIsPassedOnHasNoDeadline() throws IOException {
		try (var server = new RawServer("HTTP/1.1 200 OK~Content-Length: 100~~{\"value\":", false)) {
			var call = call().by(CLOCK.instant().plusSeconds(2));
			var answer = send(server.port(), Duration.ofSeconds(3)).send(call);
			answer.begin(2);
			assertThatExceptionOfType(UpstreamFailure.class).isThrownBy(() -> answer.rest().readAllBytes())
				.withRootCauseInstanceOf(SocketTimeoutException.class)
				.havingRootCause()
				.withMessageNotContaining("whole");
		}
	}

	@Test
	void connectionIsUsedAgain() throws IOException {
		try (var server = new FixedAnswerServer(Duration.ZERO)) {
			var send = send(server.address().getPort(), PATIENCE);
			for (var number = 0; number < 3; number++) {
				assertThat(send.send(call()).whole(2000)).hasSize(1500);
			}
			assertThat(server.connections()).isOne();
		}
	}

	@Test
	void connectionOfAnAnswerThatIsNotWantedIsClosed() throws IOException {
		try (var server = new FixedAnswerServer(Duration.ZERO)) {
			var send = send(server.address().getPort(), PATIENCE);
			send.send(call()).close();
			assertThat(send.send(call()).whole(2000)).hasSize(1500);
			assertThat(server.connections()).isEqualTo(2);
		}
	}

	@Test
	void callThatIsInterruptedIsGivenUp() throws Exception {
		try (var server = new RawServer("", false)) {
			var failure = new CompletableFuture<UpstreamFailure>();
			var caller = Thread.ofVirtual().start(() -> {
				try {
					send(server.port(), PATIENCE).send(call()).close();
				}
				catch (UpstreamFailure thrown) {
					failure.complete(thrown);
				}
			});
			while (server.received().isEmpty()) {
				Thread.onSpinWait();
			}
			caller.interrupt();
			assertThat(failure.get(10, TimeUnit.SECONDS).fate()).isEqualTo(Fate.GIVEN_UP);
		}
	}

	private static void failed(Send send, ProblemType type, String error) {
		assertThatExceptionOfType(UpstreamFailure.class).isThrownBy(() -> send.send(call()).whole(1000))
			.satisfies((failure) -> {
				assertThat(failure.type()).isEqualTo(type);
				assertThat(failure.getHeaders().getFirst("Proxy-Status")).isEqualTo("defender-bff; error=" + error);
				assertThat(failure.getBody().toString()).doesNotContain("a-token", "localhost");
			});
	}

	private static Send send(int port, Duration readTimeout) {
		return new Send(new UpstreamProperties(URI.create("https://api.security.microsoft.com"),
				URI.create("http://localhost:" + port), PATIENCE, readTimeout, DataSize.ofBytes(1000),
				DataSize.ofBytes(1000), DataSize.ofBytes(1000)), TestCallProperties.usual(), CLOCK);
	}

	private static Call call() {
		var requirement = new Requirement("machines.list", false, List.of(), Set.of(), List.of(), Exposure.FILTERED,
				Set.of());
		var operation = new Operation("machines.list", HttpMethod.GET, "/api/machines", requirement,
				Limits.of(null, null, null), Lifetime.NONE, Set.of("machines"), null, Operation.Answer.PLAIN, null);
		return new Call(operation, TestCalls.caller("person"), Map.of(), new TreeMap<>(Map.of("$top", "1")), null,
				Terms.USUAL, null, null, TOKEN);
	}

	/**
	 * Says the same to everybody, with ~ for a line end, and hangs up or falls silent.
	 */
	private static final class RawServer implements AutoCloseable {

		private final ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

		private final Queue<String> received = new ConcurrentLinkedQueue<>();

		RawServer(String answer, boolean hangUp) throws IOException {
			Thread.ofVirtual().start(() -> {
				while (!this.listening.isClosed()) {
					serve(answer.replace("~", "\r\n"), hangUp);
				}
			});
		}

		@SuppressWarnings("resource")
		private void serve(String answer, boolean hangUp) {
			try {
				Socket client = this.listening.accept();
				var buffer = new byte[8192];
				var length = client.getInputStream().read(buffer);
				this.received.add(new String(buffer, 0, Math.max(0, length), StandardCharsets.UTF_8));
				client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
				client.getOutputStream().flush();
				if (hangUp) {
					client.close();
				}
			}
			catch (IOException _) {
				// the test is over
			}
		}

		int port() {
			return this.listening.getLocalPort();
		}

		String received() {
			return String.join("", this.received);
		}

		@Override
		public void close() throws IOException {
			this.listening.close();
		}

	}

}
