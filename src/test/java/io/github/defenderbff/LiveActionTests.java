package io.github.defenderbff;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;

import io.github.defenderbff.policy.RoleBookReload;
import io.github.sandbox.defender.Fault;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/** Following a response action. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveActionTests {

	private static final String COMMENT = "{\"Comment\":\"odd sign-ins\",\"ScanType\":\"Quick\"}";

	private static final Duration LONG = Duration.ofHours(1);

	private final Bff bff = LiveBff.start();

	@AfterAll
	void end() {
		this.bff.context().close();
		this.bff.sandbox().close();
	}

	@BeforeEach
	void reset() {
		this.bff.sandbox().entra().reset();
		this.bff.sandbox().defender().reset();
		if (this.bff.sandbox().restoreRoleBook()) {
			RoleBookReload.now(this.bff.context());
		}
		timing(Duration.ZERO, LONG);
	}

	private EventStream follow(Client client, String action, String... headers) {
		return EventStream.open(client, at(action), headers);
	}

	private void timing(Duration inProgressAfter, Duration succeededAfter) {
		this.bff.sandbox().defender().actionTiming(inProgressAfter, succeededAfter);
	}

	private static String scan(Client client) {
		var answer = client.post("/api/machines/" + Machines.NORTH_WORKSTATION.id() + "/runAntiVirusScan", COMMENT);
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer.json().path("id").stringValue("");
	}

	private static String at(String action) {
		return "/api/live/machineactions/" + action;
	}

	private long calls(String action) {
		return this.bff.sandbox()
			.defender()
			.requests()
			.stream()
			.filter((request) -> request.pathAndQuery().endsWith("/machineactions/" + action))
			.count();
	}

	@Test
	void progressIsToldUntilTheEnd() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		timing(LONG, LONG);
		var action = scan(rune);
		try (var stream = EventStream.open(rune, at(action))) {
			var pending = stream.next("progress");
			assertThat(pending.text("/status")).isEqualTo("Pending");
			assertThat(pending.text("/id")).isEqualTo(action);
			assertThat(pending.text("/type")).isEqualTo("RunAntiVirusScan");
			assertThat(pending.text("/machine_id")).isEqualTo(Machines.NORTH_WORKSTATION.id());
			assertThat(pending.json().path("elapsed_seconds").isIntegralNumber()).isTrue();
			assertThat(pending.json().has("percent")).isFalse();
			timing(Duration.ZERO, LONG);
			assertThat(stream.next("progress").text("/status")).isEqualTo("InProgress");
			timing(Duration.ZERO, Duration.ZERO);
			var succeeded = stream.next("progress");
			assertThat(succeeded.text("/status")).isEqualTo("Succeeded");
			assertThat(succeeded.json().path("percent").intValue()).isEqualTo(100);
			assertThat(stream.next("end").text("/reason")).isEqualTo("completed");
			stream.isClosed();
		}
	}

	@Test
	void headersKeepTheStreamFromBeingStoredOrHeldBack() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		try (var stream = follow(rune, scan(rune))) {
			assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
			assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
			assertThat(stream.header("X-Content-Type-Options")).isEqualTo("nosniff");
			stream.next("progress");
			assertThat(stream.lines()).anyMatch((line) -> line.matches("retry: \\d+"));
		}
	}

	@Test
	void heartbeatsComeThoughNothingChanges() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		try (var stream = follow(rune, scan(rune))) {
			stream.next("progress");
			Awaitility.await().until(() -> stream.lines().stream().filter(": heartbeat"::equals).count() > 1);
			assertThat(stream.isQuiet()).isTrue();
		}
	}

	@Test
	void whoMayNotSeeTheActionIsToldWhyAndGetsNoStream() {
		var action = scan(this.bff.signIn(People.RUNE_RESPONDER));
		var answer = this.bff.signIn(People.VIGO_VULNS).get(at(action), "Accept", "text/event-stream");
		Problems.assertProblem(answer, 403, "permission-denied");
		assertThat(answer.reasons()).contains("PrivilegeMissing");
		Problems.assertProblem(this.bff.anonymous().get(at(action), "Accept", "text/event-stream"), 401,
				"not-signed-in");
		assertThat(calls(action)).isZero();
	}

	@Test
	void actionThatDoesNotExistIsAProblem() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		Problems.assertProblem(rune.get(at("ac000000-0000-4000-8000-00000000ffff")), 404, "not-found");
		Problems.assertProblem(rune.get(at("x")), 400, "invalid-parameter");
		Problems.assertProblem(rune.get(at("ac000000-0000-4000-8000-00000000ffff") + "?filter=x"), 400,
				"invalid-parameter");
	}

	@Test
	void otherSitesOpenNone() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		Problems.assertProblem(rune.get(at(scan(rune)), "Sec-Fetch-Site", "cross-site"), 403, "cross-site-request");
	}

	@Test
	void headOpensNone() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		assertThat(rune.send("HEAD", at(scan(rune)), null).status()).isEqualTo(405);
	}

	@Test
	void proxiesThatSpeakAnOlderHttpPassItOnToo() throws IOException {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		timing(Duration.ZERO, Duration.ZERO);
		var request = "GET %s HTTP/1.0\r\nHost: localhost\r\nCookie: session=%s\r\n\r\n".formatted(at(scan(rune)),
				rune.cookie("session").orElseThrow());
		try (var socket = new Socket("localhost", this.bff.address().getPort())) {
			socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
			var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(answer).startsWith("HTTP/1.1 200").contains("event: progress").endsWith("}\n\n");
			assertThat(answer.toLowerCase(Locale.ROOT)).contains("connection: close")
				.doesNotContain("transfer-encoding", "content-length");
		}
	}

	@Test
	void resumedStreamRepeatsNothing() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		timing(LONG, LONG);
		var action = scan(rune);
		String last;
		try (var stream = follow(rune, action)) {
			last = stream.next("progress").id();
		}
		try (var resumed = follow(rune, action, "Last-Event-ID", last)) {
			timing(Duration.ZERO, LONG);
			assertThat(resumed.next("progress").text("/status")).isEqualTo("InProgress");
		}
	}

	@Test
	void whoWasToldTheEndIsToldNoMore() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		timing(Duration.ZERO, Duration.ZERO);
		var action = scan(rune);
		try (var stream = follow(rune, action)) {
			stream.next("progress");
			var end = stream.next("end");
			assertThat(rune.get(at(action), "Last-Event-ID", end.id()).status()).isEqualTo(204);
		}
	}

	@Test
	void changeMadeHereIsToldToWhoeverWatches() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var action = scan(rune);
		try (var stream = follow(rune, action)) {
			stream.next("progress");
			rune.post("/api/machineactions/" + action + "/cancel", "{\"Comment\":\"a mistake\"}");
			assertThat(stream.next("progress").text("/status")).isEqualTo("Cancelled");
			stream.next("end");
		}
	}

	@Test
	void onesOwnRightsAreDecidedAnewWhenTheRoleBookChanges() throws IOException {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var action = scan(rune);
		try (var stream = follow(rune, action)) {
			stream.next("progress");
			var book = Files.readString(this.bff.sandbox().roleBook());
			this.bff.keepRoleBook(book.replace("[a0000000-0000-4000-8000-000000000003] # SOC Responders",
					"[a0000000-0000-4000-8000-0000000000ff]"));
			var problem = stream.next("problem");
			assertThat(problem.text("/type")).endsWith(":permission-denied");
			assertThat(problem.text("/correlation_id")).isEqualTo(stream.header("X-Correlation-Id"));
			assertThat(problem.text("/reasons/0/type")).isEqualTo("PrivilegeMissing");
			assertThat(stream.next("end").text("/reason")).isEqualTo("problem");
			stream.isClosed();
		}
	}

	@Test
	void failureOfDefenderIsToldAndTheStreamGoesOn() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var action = scan(rune);
		try (var stream = follow(rune, action)) {
			stream.next("progress");
			for (var attempt = 0; attempt < 3; attempt++) {
				this.bff.sandbox().defender().failNext(Fault.status(503, "ServiceUnavailable"));
			}
			assertThat(stream.next("problem").text("/type")).endsWith(":upstream-failed");
			timing(Duration.ZERO, Duration.ZERO);
			assertThat(stream.next("progress").text("/status")).isEqualTo("Succeeded");
			stream.next("end");
		}
	}

	@Test
	void stepUpThatDefenderDemandsEndsTheStream() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var action = scan(rune);
		try (var stream = follow(rune, action)) {
			stream.next("progress");
			this.bff.sandbox().defender().neverContent(People.RUNE_RESPONDER.objectId());
			assertThat(stream.next("problem").text("/login_url")).isEqualTo("/login/step-up");
			assertThat(stream.next("end").text("/reason")).isEqualTo("problem");
		}
	}

}
