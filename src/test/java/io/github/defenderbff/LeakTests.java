package io.github.defenderbff;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

import io.github.defenderbff.Client.Answer;
import io.github.sandbox.defender.Fault;
import io.github.sandbox.entra.EntraLookAlike;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** No secret is told to a browser or to the log, and nobody writes into the log. */
@OnSandbox
class LeakTests {

	private static final String MACHINE = "/api/machines/" + Machines.SERVER.id();

	private static final String INJECTED = "%0d%0a00:00:00.000%20%20INFO%20%5B-%5D%20audit:%20FORGED";

	private final Bff bff;

	private final EntraLookAlike entra;

	private final List<Answer> answers = new ArrayList<>();

	private final Set<String> sessions = new HashSet<>();

	LeakTests(Bff bff) {
		this.bff = bff;
		this.entra = bff.sandbox().entra();
	}

	@Test
	void noTokenCodeOrSessionIsInAnAnswerOrTheLog() {
		try (var log = new LogCapture(); var json = LogCapture.structured("ecs")) {
			var rune = this.bff.anonymous();
			this.entra.accessTokenLifetime(Duration.ofSeconds(1));
			signIn(rune);
			work(rune);
			troubles(rune);
			this.entra.accessTokenLifetime(Duration.ofHours(1));
			signIn(rune);
			work(rune);
			this.answers.add(rune.post("/logout", "", "Accept", "application/json"));
			signIn(rune);
			this.answers.add(rune.post("/logout", ""));
			assertThat(this.entra.tokenRequests()).extracting((request) -> request.grantType())
				.contains("refresh_token");
			this.answers.add(new Client(this.bff.management()).get("/actuator/prometheus"));
			var told = told();
			var records = log.records();
			assertThat(records).anyMatch((line) -> line.contains("Signed in"))
				.anyMatch((line) -> line.contains("intent"))
				.anyMatch((line) -> line.contains("refusal"))
				.anyMatch((line) -> line.contains("Sign-in failed"));
			for (var secret : secrets()) {
				assertThat(records).noneMatch((line) -> line.contains(secret));
				assertThat(json.records()).noneMatch((line) -> line.contains(secret));
				assertThat(told).noneMatch((text) -> text.contains(secret));
			}
			assertThat(records).noneMatch(Jwts::isIn);
			assertThat(json.records()).hasSameSizeAs(records).noneMatch(Jwts::isIn);
			assertThat(told).noneMatch(Jwts::isIn);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/machines/" + INJECTED, "/api/" + INJECTED, "/api/machines?$filter=" + INJECTED,
			"/api/machines?$top=" + INJECTED, "/api/machines?" + INJECTED + "=1", "/api/alerts/" + INJECTED,
			"/api/machines/findbytag?tag=" + INJECTED, "/login?returnTo=/" + INJECTED,
			"/login/consent?scope=" + INJECTED, "/login/oauth2/code/defender?error=" + INJECTED,
			"/login/oauth2/code/defender?code=a&state=" + INJECTED, "/login/oauth2/code/" + INJECTED,
			"/login/oauth2/code/defender?error=a&error_description=" + INJECTED + "&state=a", "/" + INJECTED,
			"/v3/api-docs/" + INJECTED, "/swagger-ui/" + INJECTED })
	void addressWritesNoLineOfItsOwnIntoTheLogOrTheHeaders(String path) {
		try (var log = new LogCapture()) {
			var answer = this.bff.signIn(People.RUNE_RESPONDER).get(path);
			assertThat(answer.status()).isNotEqualTo(500);
			assertThat(answer.response().headers().map().toString()).doesNotContain("FORGED");
			singleLines(log);
		}
	}

	@Test
	void headersAndCommentsWriteNoLineOfTheirOwnIntoTheLog() {
		try (var log = new LogCapture()) {
			var rune = this.bff.signIn(People.RUNE_RESPONDER);
			var alva = this.bff.signIn(People.ALVA_ANALYST);
			var comment = "{\"Comment\":\"\\r\\n00:00:00.000  INFO [-] audit: FORGED\\u2028FORGED\"}";
			assertThat(rune.post(MACHINE + "/isolate", comment).status()).isEqualTo(201);
			assertThat(alva.post("/api/machines/" + Machines.NORTH_WORKSTATION.id() + "/isolate", comment).status())
				.isEqualTo(403);
			for (var header : List.of("traceparent", "X-Correlation-Id", "User-Agent", "X-XSRF-TOKEN",
					"Accept-Language", "If-None-Match", "Origin", "Sec-Fetch-Site", "Authorization", "X-Forwarded-For",
					"Accept")) {
				var answer = rune.get(MACHINE, header, "00-FORGED%0d%0aFORGED");
				assertThat(answer.status()).isNotEqualTo(500);
				assertThat(answer.header("X-Correlation-Id")).matches("[0-9a-f]{32}");
				assertThat(answer.response().headers().map().toString()).doesNotContain("FORGED");
			}
			singleLines(log);
			assertThat(log.records()).noneMatch((line) -> line.contains("FORGED"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.apache.hc.client5.http.headers", "org.apache.hc.client5.http.wire" })
	void whatWouldLogTokensIsOffWhateverTheLevelOfOthers(String logger) {
		assertThat(LoggerFactory.getLogger(logger).isErrorEnabled()).isFalse();
	}

	@Test
	void nothingOfTheBrowsersIsPassedOnToDefender() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var answer = rune.get(MACHINE, "X-Forwarded-For", "1.2.3.4", "Forwarded", "for=1.2.3.4",
				"X-MS-CLIENT-PRINCIPAL", "forged", "X-Evil", "1", "Cache-Control", "no-cache", "TE", "trailers",
				"Proxy-Authorization", "Basic eA==");
		assertThat(answer.status()).isEqualTo(200);
		var received = this.bff.sandbox().defender().requests().getFirst();
		assertThat(received.objectId()).isEqualTo(People.RUNE_RESPONDER.objectId());
		assertThat(received.headers().keySet()).extracting((name) -> name.toLowerCase(Locale.ROOT))
			.isSubsetOf("accept", "accept-encoding", "connection", "host", "user-agent", "content-length",
					"traceparent");
	}

	private void signIn(Client client) {
		var back = client.wayBack("/login", People.RUNE_RESPONDER);
		this.answers.add(client.get(back, "Accept", "text/html"));
		this.sessions.add(client.cookie("session").orElseThrow());
		this.answers.add(client.get(back));
		this.answers.add(client.get(back, "Accept", "text/html"));
		this.answers.add(this.bff.anonymous().get(back));
	}

	private void work(Client rune) {
		for (var path : List.of("/", "/api/session", "/api/me", "/api/me/permissions", "/api/machines", MACHINE,
				MACHINE, "/api/nothing", "/api/machines/x/alerts", "/api/machines?$top=x", "/v3/api-docs")) {
			this.answers.add(rune.get(path));
		}
		this.answers.add(rune.post(MACHINE + "/isolate", "{\"Comment\":\"why\"}"));
		this.answers.add(rune.post(MACHINE + "/isolate", "nonsense"));
		this.answers.add(rune.send("POST", MACHINE + "/isolate", "{\"Comment\":\"why\"}"));
		this.answers.add(rune.post(MACHINE + "/offboard", "{\"Comment\":\"why\"}"));
	}

	private void troubles(Client rune) {
		for (var fault : List.of(Fault.status(401, "Unauthorized"), Fault.status(500, "InternalServerError"),
				Fault.claimsChallenge("{\"access_token\":{}}"), new Fault.HtmlAsJson(), new Fault.TruncatedJson(),
				new Fault.ForeignNextLink(), new Fault.ConnectionDropped())) {
			this.bff.sandbox().defender().failNext(fault);
			this.answers.add(rune.get("/api/alerts"));
		}
		this.entra.failTokenEndpointWithOutage();
		this.answers.add(rune.get("/api/alerts?$top=2"));
		this.entra.failTokenEndpoint(500);
		this.answers.add(rune.get("/api/alerts?$top=3"));
		this.entra.restoreTokenEndpoint();
		this.entra.revokeRefreshTokens(People.RUNE_RESPONDER.objectId());
		this.answers.add(rune.get("/api/alerts?$top=4"));
	}

	private Set<String> secrets() {
		var secrets = new HashSet<>(this.entra.secrets());
		secrets.addAll(this.sessions);
		assertThat(secrets).hasSizeGreaterThan(8).allMatch((secret) -> secret.length() >= 32);
		return secrets;
	}

	/** Everything a browser was told, but for the cookie that is the session. */
	private List<String> told() {
		return this.answers.stream().map((answer) -> {
			var headers = new TreeMap<>(answer.response().headers().map());
			headers.remove("set-cookie");
			return headers + answer.body();
		}).toList();
	}

	/**
	 * Nothing but a stack trace has more than one line, and none of them is made up.
	 */
	private static void singleLines(LogCapture log) {
		assertThat(log.records()).isNotEmpty()
			.allSatisfy((line) -> assertThat(line.strip().split("[\\r\\n\\u2028\\u2029\\u0085]", -1)).hasSize(1));
	}

}
