package io.github.defenderbff;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.defenderbff.Client.Answer;
import io.github.sandbox.defender.DefenderLookAlike;
import io.github.sandbox.defender.Fault;
import io.github.sandbox.organisation.Alerts;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What Defender does wrong is told as what it is, and never kept. */
@OnSandbox
class UpstreamFailureTests {

	private static final String LIST = "/api/machines";

	private static final String MACHINE = "/api/machines/" + Machines.SERVER.id();

	private static final String ABSENT = "0123456789abcdef0123456789abcdef01234567";

	private static final String COMMENT = "{\"Comment\":\"suspicious sign-ins\"}";

	private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

	private final Bff bff;

	private final DefenderLookAlike defender;

	UpstreamFailureTests(Bff bff) {
		this.bff = bff;
		this.defender = bff.sandbox().defender();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			302, Moved,               502, upstream-failed
			400, BadRequest,          400, upstream-rejected-request
			409, Conflict,            400, upstream-rejected-request
			500, InternalServerError, 502, upstream-failed
			""")
	void errorOfDefenderIsTranslatedAndNotKept(int upstream, String code, int status, String type) {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.defender.failNext(Fault.status(upstream, code));
		var answer = rune.get(LIST);
		told(answer, status, type, "defender-bff; received-status=" + upstream);
		assertThat(answer.json().path("code").stringValue("")).isEqualTo(code);
		assertThat(answer.json().path("target").stringValue("")).matches(UUID);
		assertThat(rune.get(LIST).header("Cache-Status")).isEqualTo("defender-bff; fwd=miss; stored");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			400, BadRequest,          400, upstream-rejected-request
			403, Forbidden,           403, refused-upstream
			404, ResourceNotFound,    404, not-found
			500, InternalServerError, 502, upstream-failed
			503, ServiceUnavailable,  502, upstream-failed
			""")
	void errorOfDefenderIsTranslatedForAChangeThatIsSentOnce(int upstream, String code, int status, String type) {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		rune.get(MACHINE);
		this.defender.failNext(Fault.status(upstream, code));
		var answer = rune.post(MACHINE + "/isolate", COMMENT);
		told(answer, status, type, "defender-bff; received-status=" + upstream);
		assertThat(answer.json().path("code").stringValue("")).isEqualTo(code);
		assertThat(answer.json().path("target").stringValue("")).matches(UUID);
		assertThat(this.defender.requests()).filteredOn((request) -> request.method().equals("POST")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 502, 503, 504 })
	void readThatDefenderTurnsAwayIsTriedAgainTwice(int status) {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var fault = Fault.status(status, "ServiceUnavailable");
		this.defender.failNext(fault);
		this.defender.failNext(fault);
		assertThat(rune.get(LIST).status()).isEqualTo(200);
		for (var attempt = 0; attempt < 3; attempt++) {
			this.defender.failNext(fault);
		}
		told(rune.get("/api/alerts"), 502, "upstream-failed", "defender-bff; received-status=" + status);
		assertThat(this.defender.requests()).hasSize(6);
	}

	@Test
	void defenderThatFailsTooOftenIsLeftAlone() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		rune.get(MACHINE);
		for (var attempt = 0; attempt < 10; attempt++) {
			this.defender.failNext(Fault.status(500, "InternalServerError"));
			rune.get(LIST);
		}
		var sent = this.defender.requests().size();
		try (var log = new LogCapture()) {
			for (var answer : List.of(rune.get(LIST), rune.post(MACHINE + "/isolate", COMMENT))) {
				told(answer, 503, "upstream-unavailable", "defender-bff; error=destination_unavailable");
				assertThat(answer.header("Retry-After")).matches("[1-9]|10");
			}
			assertThat(log.records()).anyMatch(
					(line) -> line.contains("defender.change=\"not-sent\"") && line.contains("upstream-unavailable"));
		}
		assertThat(this.defender.requests()).hasSize(sent);
		var management = new Client(this.bff.management());
		assertThat(management.get("/actuator/health").status()).isEqualTo(200);
		assertThat(management.get("/actuator/metrics/resilience4j.circuitbreaker.state?tag=state:open").body())
			.contains("\"value\":1.0");
		assertThat(management.get("/actuator/metrics/resilience4j.retry.calls").status()).isEqualTo(200);
	}

	@Test
	void tokenThatDefenderDoesNotAcceptIsRenewedOnce() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.defender.failNext(Fault.status(401, "Unauthorized"));
		assertThat(rune.get(LIST).status()).isEqualTo(200);
		assertThat(this.bff.sandbox().entra().tokenRequests()).hasSize(2);
	}

	@Test
	void renewedTokenThatDefenderDoesNotAcceptEndsTheSession() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.defender.failNext(Fault.status(401, "Unauthorized"));
		this.defender.failNext(Fault.status(401, "Unauthorized"));
		var answer = rune.get(LIST);
		Problems.assertProblem(answer, 401, "session-expired");
		assertThat(answer.json().path("login_url").stringValue("")).isEqualTo("/login");
		assertThat(answer.header("WWW-Authenticate")).isEmpty();
		assertThat(rune.get("/api/session").json().path("signed_in").booleanValue()).isFalse();
	}

	@Test
	void failureIsToldToEachOfManyUnderTheirOwnCorrelationId() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.defender.latency(Duration.ofMillis(300));
		this.defender.failNext(Fault.status(500, "InternalServerError"));
		try {
			var answers = Concurrently.run(10, (_) -> rune.get(LIST));
			assertThat(answers).filteredOn((answer) -> answer.status() == 502)
				.isNotEmpty()
				.allSatisfy((answer) -> assertThat(answer.json().path("correlation_id").stringValue(""))
					.isEqualTo(answer.header("X-Correlation-Id")));
		}
		finally {
			this.defender.latency(Duration.ZERO);
		}
	}

	@Test
	void pageOfAGatewayIsNotAnEmptyList() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.defender.failNext(Fault.status(404, "NotFound"));
		Problems.assertProblem(rune.get("/api/alerts"), 404, "not-found");
	}

	@Test
	void nothingThereIsAnEmptyList() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.defender.failNext(Fault.status(404, "ResourceNotFound"));
		var answer = rune.get(LIST);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("{\"value\":[]}");
	}

	@Test
	void throttlingIsToldAndKeptUntilItIsOver() throws InterruptedException {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var path = "/api/alerts/" + Alerts.NORTH_ALERT.id() + "/domains";
		this.defender.failNext(Fault.throttled(Duration.ofSeconds(3)));
		var first = rune.get(path);
		told(first, 429, "quota-exhausted", "defender-bff; received-status=429");
		assertThat(first.header("Retry-After")).isEqualTo("3");
		assertThat(first.json().path("code").stringValue("")).isEqualTo("TooManyRequests");
		var second = rune.get(path);
		Problems.assertProblem(second, 429, "quota-exhausted");
		assertThat(second.header("Retry-After")).matches("[1-3]");
		assertThat(this.defender.requests()).hasSize(1);
		Thread.sleep(Duration.ofSeconds(Long.parseLong(second.header("Retry-After"))));
		assertThat(rune.get(path).status()).isEqualTo(200);
	}

	@Test
	void answerThatIsNotJsonIsInvalid() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.defender.failNext(new Fault.HtmlAsJson());
		this.defender.failNext(new Fault.TruncatedJson());
		this.defender.failNext(new Fault.ForeignNextLink());
		for (var fault = 0; fault < 3; fault++) {
			var answer = rune.get(LIST);
			told(answer, 502, "upstream-answer-invalid", "defender-bff; error=http_protocol_error");
			assertThat(answer.body()).doesNotContain("attacker.example", "working on it");
		}
		assertThat(rune.get(LIST).status()).isEqualTo(200);
	}

	@Test
	void droppedConnectionIsToldAndNotKept() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		for (var attempt = 0; attempt < 10; attempt++) {
			this.defender.failNext(new Fault.ConnectionDropped());
		}
		told(rune.get(LIST), 502, "upstream-unreachable", "defender-bff; error=connection_terminated");
		this.defender.reset();
		assertThat(rune.get(LIST).status()).isEqualTo(200);
	}

	@Test
	void changeOnADroppedConnectionIsNotSentAgain() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		rune.get(MACHINE);
		this.defender.failNext(new Fault.ConnectionDropped());
		var answer = rune.post(MACHINE + "/isolate", COMMENT);
		told(answer, 502, "upstream-unreachable", "defender-bff; error=connection_terminated");
		assertThat(answer.json().path("detail").stringValue("")).contains("may or may not have been made");
		assertThat(this.defender.requests()).filteredOn((request) -> request.method().equals("POST")).hasSize(1);
	}

	@Test
	void changeWhoseEvidenceCannotBeHadIsNotSent() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.defender.failNext(Fault.status(500, "InternalServerError"));
		told(rune.post(MACHINE + "/isolate", COMMENT), 502, "upstream-failed", "defender-bff; received-status=500");
		assertThat(this.defender.requests()).noneMatch((request) -> request.method().equals("POST"));
	}

	@Test
	void refusalOfDefenderItselfIsToldWithoutItsWords() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var action = rune.post("/api/machines/" + Machines.NORTH_WORKSTATION.id() + "/isolate", COMMENT)
			.json()
			.path("id")
			.stringValue("");
		var refusal = this.bff.signIn(People.ALVA_ANALYST).post("/api/machineactions/" + action + "/cancel", COMMENT);
		told(refusal, 403, "refused-upstream", "defender-bff; received-status=403");
		assertThat(refusal.reasons()).containsExactly("RefusedUpstream");
		assertThat(refusal.json().path("code").stringValue("")).isEqualTo("Forbidden");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/logonusers", "/alerts", "/software", "/vulnerabilities", "/recommendations" })
	void hiddenMachineIsToldExactlyAsAnAbsentOne(String below) {
		var alva = this.bff.signIn(People.ALVA_ANALYST);
		var hidden = alva.get("/api/machines/" + Machines.EXECUTIVE_LAPTOP.id() + below);
		var absent = alva.get("/api/machines/" + ABSENT + below);
		Problems.assertProblem(hidden, 404, "not-found");
		assertThat(neutral(hidden, Machines.EXECUTIVE_LAPTOP.id())).isEqualTo(neutral(absent, ABSENT));
		assertThat(headers(hidden)).isEqualTo(headers(absent));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/machine", "/user", "/domains", "/files", "/ips" })
	void hiddenAlertIsToldExactlyAsAnAbsentOne(String below) {
		var alva = this.bff.signIn(People.ALVA_ANALYST);
		var hidden = alva.get("/api/alerts/" + Alerts.EXECUTIVE_ALERT.id() + below);
		var absent = alva.get("/api/alerts/da0_0" + below);
		Problems.assertProblem(hidden, 404, "not-found");
		assertThat(neutral(hidden, Alerts.EXECUTIVE_ALERT.id())).isEqualTo(neutral(absent, "da0_0"));
		assertThat(headers(hidden)).isEqualTo(headers(absent));
	}

	private static void told(Answer answer, int status, String type, String proxyStatus) {
		Problems.assertProblem(answer, status, type);
		assertThat(answer.header("Proxy-Status")).isEqualTo(proxyStatus);
		assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
		assertThat(answer.body()).doesNotContain(DefenderLookAlike.INTERNAL_TEXT, "Injected by the sandbox");
	}

	private static String neutral(Answer answer, String id) {
		return answer.body().replace(id, "ID").replace(answer.header("X-Correlation-Id"), "CORRELATION");
	}

	private static Map<String, Object> headers(Answer answer) {
		var headers = new TreeMap<String, Object>(answer.response().headers().map());
		headers.keySet().removeAll(Set.of("x-correlation-id", "date", "content-length", "set-cookie"));
		return headers;
	}

}
