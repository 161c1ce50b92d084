package io.github.defenderbff.downloads;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import com.sun.net.httpserver.HttpServer;
import io.github.defenderbff.downloads.Storage.TooMany;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.signin.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/** A file is passed on whole, or breaks off; and nobody takes all places. */
@Timeout(30)
class StorageTests {

	private static final int LENGTH = 100_000;

	private final CountDownLatch end = new CountDownLatch(1);

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private HttpServer server;

	@BeforeEach
	void serve() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor((task) -> Thread.ofVirtual().start(task));
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.end.countDown();
		this.server.stop(0);
	}

	/** Sends so much of a file, and then breaks off once the test is over or at once. */
	private Download file(int sent, boolean waits) {
		this.server.createContext("/file.zip", (exchange) -> {
			exchange.sendResponseHeaders(200, LENGTH);
			exchange.getResponseBody().write(new byte[sent]);
			exchange.getResponseBody().flush();
			await(waits);
			exchange.close();
		});
		var link = "http://localhost:" + this.server.getAddress().getPort() + "/file.zip?sig=secret";
		return new Download(link, person("rune"), "session", "machineActions.getPackageUri", "/api");
	}

	private void await(boolean waits) {
		try {
			if (waits) {
				this.end.await();
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Subject person(String id) {
		return new Subject(Subject.Kind.PERSON, "tenant", id);
	}

	private static Storage storage(Duration longest, int mostAtOnce) {
		return new Storage(new DownloadsProperties(List.of("localhost"), Duration.ofMinutes(10), longest, mostAtOnce));
	}

	private void pass(Storage storage, Download file) throws IOException {
		try (var place = storage.place(file.person())) {
			place.pass(file, this.response);
		}
	}

	@Test
	void fileIsPassedOnWhole() throws IOException {
		try (var storage = storage(Duration.ofMinutes(1), 4)) {
			pass(storage, file(LENGTH, false));
		}
		assertThat(this.response.getContentAsByteArray()).hasSize(LENGTH);
		assertThat(this.response.getHeader("Content-Disposition")).startsWith("attachment;").contains("file.zip");
	}

	@Test
	void fileThatBreaksOffBreaksOffTheAnswer() throws IOException {
		try (var storage = storage(Duration.ofMinutes(1), 4)) {
			assertThatIOException().isThrownBy(() -> pass(storage, file(LENGTH / 2, false)));
		}
		assertThat(this.response.isCommitted()).isTrue();
		assertThat(this.response.getContentAsByteArray()).hasSizeLessThan(LENGTH);
	}

	@Test
	void fileThatBreaksOffBeforeItBeganIsAProblem() throws IOException {
		try (var storage = storage(Duration.ofMinutes(1), 4)) {
			assertThatExceptionOfType(Failure.class).isThrownBy(() -> pass(storage, file(0, false)))
				.matches((failure) -> failure.type() == ProblemType.UPSTREAM_UNREACHABLE);
		}
		assertThat(this.response.isCommitted()).isFalse();
	}

	@Test
	void fileThatTakesTooLongBreaksOff() throws IOException {
		try (var storage = storage(Duration.ofMillis(300), 4)) {
			assertThatIOException().isThrownBy(() -> pass(storage, file(LENGTH / 2, true)));
		}
		assertThat(this.end.getCount()).as("the server still holds the rest back").isOne();
	}

	@Test
	void placesAreBoundedAndAPersonHasAQuarterOfThem() throws IOException {
		try (var storage = storage(Duration.ofMinutes(1), 4)) {
			var places = new ArrayList<Storage.Place>();
			for (var name : List.of("ada", "alva", "rune", "vera")) {
				places.add(storage.place(person(name)));
				assertThatExceptionOfType(TooMany.class).isThrownBy(() -> storage.place(person(name)));
			}
			assertThatExceptionOfType(TooMany.class).isThrownBy(() -> storage.place(person("vigo")));
			places.getFirst().close();
			assertThat(storage.place(person("vigo"))).isNotNull();
		}
	}

	@Test
	void placeIsGivenBackWhateverBecomesOfTheFile() throws IOException {
		try (var storage = storage(Duration.ofMinutes(1), 1)) {
			var file = file(0, false);
			for (var attempt = 0; attempt < 3; attempt++) {
				assertThatExceptionOfType(Failure.class).isThrownBy(() -> pass(storage, file))
					.matches((failure) -> failure.type() == ProblemType.UPSTREAM_UNREACHABLE);
			}
		}
	}

}
