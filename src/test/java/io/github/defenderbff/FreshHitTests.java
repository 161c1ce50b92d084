package io.github.defenderbff;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.github.defenderbff.responsecache.Change;
import io.github.defenderbff.responsecache.ResponseCache;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.ApplicationListener;
import org.springframework.web.context.support.ServletRequestHandledEvent;
import org.springframework.web.servlet.DispatcherServlet;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is answered ahead of the security chain is what the whole chain would have
 * answered: an address that was typed ({@code Sec-Fetch-Site: none}) goes the whole way.
 */
@OnSandbox
@Timeout(60)
class FreshHitTests {

	private static final String MARK = "/api/session";

	private static final List<String> PATHS = List.of("/api/machines", "/api/alerts?$top=2",
			"/api/v1.0/Machines/" + Machines.SERVER.id(), "/api/machines?$filter=riskScore%20eq%20'High'", "/api/me",
			"/api/machines/" + "0".repeat(40));

	private static final List<List<String>> HEADERS = List.of(List.of(), List.of("Accept-Encoding", "gzip"),
			List.of("If-None-Match", "*"), List.of("If-None-Match", "\"other\"", "Accept", "application/json"),
			List.of("Accept", "text/html"), List.of("Sec-Fetch-Site", "same-origin"));

	private final Bff bff;

	private final List<String> dispatched = new CopyOnWriteArrayList<>();

	private final ApplicationListener<ServletRequestHandledEvent> counter = (event) -> this.dispatched
		.add(event.getRequestUrl());

	FreshHitTests(Bff bff) {
		this.bff = bff;
	}

	@BeforeEach
	void count() {
		publish(true);
		this.bff.context().addApplicationListener(this.counter);
	}

	@AfterEach
	void stop() {
		publish(false);
		this.bff.context().removeApplicationListener(this.counter);
	}

	/** The service itself publishes none. */
	private void publish(boolean events) {
		this.bff.context().getBean(DispatcherServlet.class).setPublishEvents(events);
	}

	/**
	 * Whether the web layer takes part in the answer. It says so only after the answer,
	 * but before the next one on the same connection.
	 */
	private boolean dispatches(Client client, String path, String... headers) {
		this.dispatched.clear();
		client.get(path, headers);
		awaitMark(client);
		return this.dispatched.stream().anyMatch((url) -> !MARK.equals(url));
	}

	private void awaitMark(Client client) {
		client.get(MARK);
		Awaitility.await().pollInterval(Duration.ofMillis(1)).until(() -> this.dispatched.contains(MARK));
	}

	@Test
	void whatWasServedFromTheCacheDoesNotReachTheWebLayerAgain() {
		var client = this.bff.signIn(People.ADA_ADMIN);
		var path = "/api/machines?$top=3";
		client.get(MARK);
		assertThat(dispatches(client, path)).isTrue();
		assertThat(dispatches(client, path)).isTrue();
		assertThat(dispatches(client, path)).isFalse();
		assertThat(client.get(path).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Origin: https://elsewhere.example", "Authorization: Bearer x", "Cache-Control: no-cache",
			"Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: none", "Accept: application/problem+json" })
	void whatSaysMoreThanThatGoesTheWholeWay(String header) {
		var client = this.bff.signIn(People.ADA_ADMIN);
		client.get(MARK);
		for (var time = 0; time < 3; time++) {
			client.get("/api/machines");
		}
		var line = header.split(": ", 2);
		var whole = client.get("/api/machines", line);
		assertThat(whole.status() != 200 || dispatches(client, "/api/machines", line)).isTrue();
	}

	@Test
	void whatABodyAsksForIsNotTakenForWhatTheAddressDoes() {
		var form = "--b\r\nContent-Disposition: form-data; name=\"$top\"\r\n\r\n1\r\n--b--\r\n";
		var client = this.bff.signIn(People.ADA_ADMIN);
		client.get(MARK);
		client.send("GET", "/api/machines", form, "Content-Type", "multipart/form-data; boundary=b");
		client.send("GET", "/api/machines", form, "Content-Type", "multipart/form-data; boundary=b");
		assertThat(client.get("/api/machines").json().path("value").size()).isGreaterThan(1);
		assertThat(client.get("/api/machines").json().path("value").size()).isGreaterThan(1);
	}

	@Test
	void whatAnotherAnswerRestsOnIsNotTakenForIt() {
		var client = this.bff.signIn(People.ADA_ADMIN);
		var permissions = "/api/me/permissions?machine=" + Machines.SERVER.id();
		client.get(MARK);
		for (var time = 0; time < 3; time++) {
			assertThat(client.get(permissions).json().has("results")).isTrue();
		}
	}

	@Test
	void secondAcceptHeaderIsReadToo() {
		var client = this.bff.signIn(People.ADA_ADMIN);
		client.get(MARK);
		for (var time = 0; time < 3; time++) {
			client.get("/api/machines", "Accept", "*/*", "Accept", "application/json;charset=utf-16");
		}
		assertThat(client.get("/api/machines", "Accept", "*/*").header("Content-Type")).isEqualTo("application/json");
	}

	@Test
	void whoHasNoCsrfCookieGetsOne() {
		var client = this.bff.signIn(People.ADA_ADMIN);
		var session = client.cookie("session").orElseThrow();
		client.get(MARK);
		client.get("/api/machines");
		var other = this.bff.anonymous();
		other.cookie("session", session);
		assertThat(other.get("/api/machines").status()).isEqualTo(200);
		assertThat(other.cookie("XSRF-TOKEN")).isPresent();
	}

	@Test
	void withoutASessionNobodyIsAnswered() {
		this.bff.signIn(People.ADA_ADMIN).get("/api/machines");
		assertThat(this.bff.anonymous().get("/api/machines").status()).isEqualTo(401);
	}

	/** People read, sign in and out, change things, and are forgotten, in any order. */
	@RepeatedTest(10)
	void answersAsTheWholeChainWould(RepetitionInfo run) {
		var random = new Random(run.getCurrentRepetition());
		var people = List.of(People.ADA_ADMIN, People.VERA_VIEWER);
		var clients = new TreeMap<String, Client>();
		for (var step = 0; step < 60; step++) {
			var person = people.get(random.nextInt(people.size()));
			var client = clients.computeIfAbsent(person.name(), (_) -> this.bff.signIn(person));
			switch (random.nextInt(12)) {
				case 0 -> client.post("/logout", "");
				case 1 -> clients.put(person.name(), this.bff.signIn(person));
				case 2 -> client.post("/api/machines/" + Machines.SERVER.id() + "/tags",
						"{\"Value\":\"t" + step + "\",\"Action\":\"Add\"}");
				case 3 -> this.bff.context().getBean(ResponseCache.class).forget(new Change.OfEverything());
				default -> compare(client, PATHS.get(random.nextInt(PATHS.size())),
						HEADERS.get(random.nextInt(HEADERS.size())));
			}
		}
	}

	/** Of the four requests of a comparison, one goes the whole way on purpose. */
	@Test
	void comparesWithAnswersAheadOfTheChain() {
		var client = this.bff.signIn(People.ADA_ADMIN);
		compare(client, PATHS.getFirst(), HEADERS.getFirst());
		awaitMark(client);
		this.dispatched.clear();
		compare(client, PATHS.getFirst(), HEADERS.getFirst());
		awaitMark(client);
		assertThat(this.dispatched).filteredOn(PATHS.getFirst()::equals).hasSize(1);
	}

	private static void compare(Client client, String path, List<String> headers) {
		client.csrfToken();
		client.get(path, headers.toArray(String[]::new));
		client.get(path, headers.toArray(String[]::new));
		var fast = client.get(path, headers.toArray(String[]::new));
		var typed = Stream.concat(Stream.of("Sec-Fetch-Site", "none"),
				headers.contains("Sec-Fetch-Site") ? Stream.empty() : headers.stream());
		var whole = client.get(path, typed.toArray(String[]::new));
		assertThat(fast.status()).isEqualTo(whole.status());
		assertThat(head(fast.response())).as(path + " " + headers).isEqualTo(head(whole.response()));
		assertThat(withoutIds(fast.response().body())).isEqualTo(withoutIds(whole.response().body()));
	}

	/** All headers, but for what tells the time of the answer, or its id. */
	private static Map<String, List<String>> head(HttpResponse<String> response) {
		var head = new TreeMap<>(response.headers().map());
		head.keySet().removeIf((name) -> List.of("date", "x-correlation-id", "age").contains(name));
		head.replaceAll((_, values) -> values.stream().map((value) -> value.replaceAll("ttl=-?\\d+", "ttl=")).toList());
		return head;
	}

	private static String withoutIds(String body) {
		return body.replaceAll("\"correlation_id\":\"[0-9a-f]+\"", "");
	}

}
