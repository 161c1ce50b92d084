package io.github.defenderbff;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.sandbox.Sandbox;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged form needs little memory, however large the answers are. */
class MemoryIT {

	private static final Path JAR = Path.of(System.getProperty("packaged", "target/defender-bff-0.1.0-SNAPSHOT.jar"));

	private static final String HEAP = System.getProperty("heap", "80m");

	private static final int TOGETHER = 8;

	private static final String QUERY = "{\"Query\":\"SandboxRows | take 97655\"}";

	private static final long LENGTH = 97_655L * 512;

	@Test
	void manyLargeAnswersFitIntoASmallHeap() throws Exception {
		var address = URI.create("http://localhost:" + freePort());
		try (var sandbox = Sandbox.start(0, 0, address)) {
			var process = start(sandbox);
			try {
				await(process, address);
				var ada = new Client(address);
				ada.signIn(People.ADA_ADMIN);
				ada.consent("AdvancedQuery.Read");
				var answers = Concurrently.run(TOGETHER, (_) -> ada.open("/api/advancedqueries/run", QUERY));
				assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
				var lengths = Concurrently.run(TOGETHER, (number) -> length(answers.get(number)));
				assertThat(lengths).allMatch((length) -> length > LENGTH);
				assertThat(ada.get("/api/machines").status()).isEqualTo(200);
			}
			finally {
				process.destroy();
				assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
			}
		}
	}

	private static long length(HttpResponse<InputStream> answer) {
		try (var body = answer.body()) {
			return body.transferTo(OutputStream.nullOutputStream());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Process start(Sandbox sandbox) throws IOException {
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx" + HEAP, "-XX:+ExitOnOutOfMemoryError", "-Xlog:gc*:file=target/memory-it-gc.log", "-jar",
				JAR.toString(), "--spring.config.additional-location=file:src/test/resources/",
				"--management.server.port=0", "--quota.limits.[advancedQueries.run].run-time-per-hour=0s",
				"--quota.limits.[advancedQueries.run].run-time-per-day=0s"));
		command.addAll(sandbox.arguments());
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(Path.of("target/memory-it.log").toFile())
			.start();
	}

	/** Until it answers, or has ended. */
	private static void await(Process process, URI address) throws InterruptedException {
		while (process.isAlive()) {
			try {
				assertThat(new Client(address).get("/api/session").status()).isEqualTo(200);
				return;
			}
			catch (AssertionError _) {
				Thread.sleep(200);
			}
		}
		throw new AssertionError("The service did not start; see target/memory-it.log");
	}

	private static int freePort() throws IOException {
		try (var socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
