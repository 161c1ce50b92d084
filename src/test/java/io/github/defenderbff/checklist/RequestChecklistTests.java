package io.github.defenderbff.checklist;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.defenderbff.AuditCapture;
import io.github.defenderbff.Bff;
import io.github.defenderbff.Client;
import io.github.defenderbff.LogCapture;
import io.github.defenderbff.OnSandbox;
import io.github.defenderbff.Problems;
import io.github.defenderbff.Wire;
import io.github.sandbox.defender.DefenderLookAlike;
import io.github.sandbox.defender.Fault;
import io.github.sandbox.defender.NextLinkStyle;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;

import static org.assertj.core.api.Assertions.assertThat;

/** The lines of the checklist about requests, where they lead, and their answers. */
@OnSandbox
class RequestChecklistTests {

	private static final String MACHINE = "/api/machines/" + Machines.SERVER.id();

	private static final String COMMENT = "{\"Comment\":\"why\"}";

	private final Bff bff;

	private final DefenderLookAlike defender;

	private final Client rune;

	RequestChecklistTests(Bff bff) {
		this.bff = bff;
		this.defender = bff.sandbox().defender();
		this.rune = bff.anonymous();
	}

	@BeforeEach
	void signIn() {
		this.rune.signIn(People.RUNE_RESPONDER);
	}

	private void assertNothingReachedDefender() {
		assertThat(this.defender.requests()).isEmpty();
	}

	@Test
	void line11ReadForAnotherSiteIsRefused() {
		Problems.assertProblem(this.rune.get(MACHINE, "Sec-Fetch-Site", "cross-site"), 403, "cross-site-request");
		Problems.assertProblem(this.rune.get(MACHINE, "Origin", "https://evil.example"), 403, "cross-site-request");
		assertNothingReachedDefender();
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST", "PUT", "PATCH", "DELETE" })
	void line11ChangeWithoutTheHeaderIsRefused(String method) {
		Problems.assertProblem(this.rune.send(method, MACHINE, COMMENT), 403, "csrf-token-invalid");
		Problems.assertProblem(this.rune.send("POST", MACHINE + "/isolate", COMMENT, "X-XSRF-TOKEN", "guessed"), 403,
				"csrf-token-invalid");
		assertNothingReachedDefender();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "null", "http://localhost.evil.example" })
	void line12OriginThatIsNotListedIsAllowedNothing(String origin) {
		for (var method : List.of("OPTIONS", "GET")) {
			var answer = this.rune.send(method, "/api/me", null, "Origin", origin, "Access-Control-Request-Method",
					"GET");
			assertThat(answer.status()).isEqualTo(403);
			assertThat(answer.response().headers().map().keySet())
				.noneMatch((name) -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "Origin, https://evil.example", "Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site" })
	void line13ChangeFromAnotherSiteIsRefusedEvenWithTheToken(String header, String value) {
		Problems.assertProblem(this.rune.post(MACHINE + "/isolate", COMMENT, header, value), 403, "cross-site-request");
		assertNothingReachedDefender();
	}

	@Test
	void line13CallbackOfSomebodyElseReplacesNoSession() {
		var back = this.bff.anonymous().wayBack("/login", People.ADA_ADMIN);
		var answer = this.rune.get(back, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest",
				"document");
		Problems.assertProblem(answer, 400, "sign-in-failed");
		assertThat(this.rune.get("/api/me").json().path("person").path("object_id").stringValue(""))
			.isEqualTo(People.RUNE_RESPONDER.objectId());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/nothing", "/api/incidents", "/api/machines/a/b/c", "/api/v2/machines" })
	void line14WhatIsNotListedIsNotThereAndCostsNoToken(String path) {
		this.bff.sandbox().entra().accessTokenLifetime(Duration.ofSeconds(1));
		var client = this.bff.signIn(People.RUNE_RESPONDER);
		var asked = this.bff.sandbox().entra().tokenRequests().size();
		Problems.assertProblem(client.get(path), 404, "not-found");
		assertThat(this.bff.sandbox().entra().tokenRequests()).hasSize(asked);
		assertNothingReachedDefender();
	}

	@ParameterizedTest
	@CsvSource({ "PUT, ''", "DELETE, ''", "POST, ''", "DELETE, /isolate", "PATCH, /isolate" })
	void line15MethodThatIsNotDeclaredIsRefused(String method, String below) {
		var answer = this.rune.send(method, MACHINE + below, COMMENT, "X-XSRF-TOKEN", this.rune.csrfToken());
		Problems.assertProblem(answer, 405, "method-not-allowed");
		assertNothingReachedDefender();
	}

	@Test
	void line16NothingOfTheBrowsersHeadersReachesDefender() {
		var answer = this.rune.get(MACHINE, "Forwarded", "for=1.2.3.4", "X-Forwarded-For", "1.2.3.4",
				"X-Forwarded-Host", "evil.example", "X-MS-CLIENT-PRINCIPAL", "forged", "TE", "trailers",
				"Proxy-Authorization", "Basic eA==", "Keep-Alive", "timeout=5");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(this.defender.requests().getFirst().headers().keySet())
			.extracting((name) -> name.toLowerCase(Locale.ROOT))
			.isSubsetOf("accept", "accept-encoding", "connection", "host", "user-agent", "traceparent");
	}

	@Test
	void line16AuthorizationOfTheBrowserIsNeverPassedOn() {
		assertThat(this.rune.get(MACHINE, "Authorization", "Bearer forged").status()).isIn(400, 401);
		assertNothingReachedDefender();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/machines/..%2f..%2fadmin", "/api/machines/%2e%2e/alerts", "/api/machines;x=1",
			"/api//machines", "/api/machines/..;/alerts", "/api/machines/a%0d%0aX-Evil:1", "/api/machines/a%5cb",
			"/api/machines/http:%2f%2f169.254.169.254", "/api/machines?url=http://169.254.169.254/",
			"/api/machines/169.254.169.254%3A80" })
	void line17PathThatCouldLeadElsewhereIsRefused(String path) {
		assertThat(this.rune.get(path).status()).isEqualTo(400);
		assertNothingReachedDefender();
	}

	@Test
	void line17RedirectOfDefenderIsNotFollowed() {
		var elsewhere = this.defender.baseUri() + "/api/alerts";
		this.defender.failNext(new Fault.Status(302, "Moved", Map.of("Location", elsewhere)));
		Problems.assertProblem(this.rune.get("/api/machines"), 502, "upstream-failed");
		assertThat(this.defender.requests()).hasSize(1);
	}

	@Test
	void line18LinkToTheNextPageLeadsHereOrNowhere() {
		var ada = this.bff.signIn(People.ADA_ADMIN);
		this.defender.pageSize(15);
		try {
			assertThat(ada.get("/api/machines").json().path("@odata.nextLink").stringValue("")).startsWith("/api/");
			this.defender.nextLinks(NextLinkStyle.FOREIGN_HOST);
			var foreign = ada.get("/api/machines", "Cache-Control", "no-cache");
			Problems.assertProblem(foreign, 502, "upstream-answer-invalid");
			assertThat(foreign.body()).doesNotContain("attacker");
		}
		finally {
			this.defender.nextLinks(NextLinkStyle.SKIP);
			this.defender.pageSize(10_000);
		}
	}

	@Test
	void line28HeadersOfAProxyThatIsNotListedHaveNoEffect() {
		try (var audit = new AuditCapture()) {
			this.rune.post(MACHINE + "/isolate", COMMENT, "X-Forwarded-For", "203.0.113.9", "Forwarded",
					"for=203.0.113.9", "X-Real-IP", "203.0.113.9", "X-Forwarded-Proto", "https");
			assertThat(AuditCapture.text(audit.only("intent"), "/client/ip")).isEqualTo("127.0.0.1");
		}
		var answer = Wire.send(this.bff.address(), "POST /logout", "Host: evil.example",
				"X-Forwarded-Host: evil.example", "Content-Length: 0", "Cookie: XSRF-TOKEN=a", "X-XSRF-TOKEN: a");
		assertThat(answer).startsWith("HTTP/1.1 303").doesNotContain("evil.example");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/api/session", "/api/me", "/login", "/login/oauth2/code/defender", "/nothing",
			"/swagger-ui/index.html", "/v3/api-docs" })
	void line29NothingIsShownInAFrame(String path) {
		var answer = this.bff.anonymous().get(path);
		assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
		assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
	}

	@Test
	void line29OnlyTheProviderMayShowTheFrameThatSignsOut() {
		var issuer = this.bff.sandbox().entra().issuer();
		var answer = this.bff.anonymous().get("/logout/provider/front-channel?sid=nobody&iss=" + issuer);
		assertThat(answer.header("Content-Security-Policy"))
			.endsWith("frame-ancestors http://localhost:" + issuer.getPort());
	}

	@Test
	void line30AddressOfACallbackGoesNeitherToOtherSitesNorIntoTheLog() {
		try (var log = new LogCapture()) {
			var client = this.bff.anonymous();
			var back = client.wayBack("/login", People.RUNE_RESPONDER);
			assertThat(client.get(back).header("Referrer-Policy")).isEqualTo("no-referrer");
			assertThat(client.get(back).header("Referrer-Policy")).as("failed").isEqualTo("no-referrer");
			assertThat(client.get("/login").header("Referrer-Policy")).isEqualTo("no-referrer");
			var code = back.replaceAll(".*code=([^&]+).*", "$1");
			assertThat(log.records()).isNotEmpty().noneMatch((line) -> line.contains(code));
			assertThat(new Client(this.bff.management()).get("/actuator/metrics/http.server.requests").body())
				.doesNotContain(code, "code=");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/session", "/api/me", "/api/me/sessions", "/api/me/permissions", "/api/machines",
			"/api/alerts", "/api/nothing", "/api/machines?$top=x" })
	void line31NoSharedCacheMayKeepWhatSomebodyIsTold(String path) {
		var answer = this.rune.get(path);
		if (answer.header("ETag").isEmpty()) {
			assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
		}
		else {
			assertThat(answer.header("Cache-Control").split(", ", -1)).containsExactlyInAnyOrder("private", "no-cache");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/api/session", "/api/me", "/login", "/nothing", "/swagger-ui/index.html" })
	void line38AnswersAreWhatTheySayAndPagesRunOnlyTheirOwnScripts(String path) {
		var answer = this.bff.anonymous().get(path);
		assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'")
			.doesNotContain("unsafe-inline", "unsafe-eval");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/env", "/actuator/heapdump", "/actuator/threaddump", "/actuator/configprops" })
	void line38WhatOperatorsSeeIsOnAPortOfItsOwnAndHasNoSecrets(String path) {
		assertThat(new Client(this.bff.management()).get("/actuator/health").status()).isEqualTo(200);
		assertThat(new Client(this.bff.management()).get(path).status()).isEqualTo(404);
		Problems.assertProblem(this.rune.get(path), 404, "not-found");
		Problems.assertProblem(this.rune.get("/actuator/health"), 404, "not-found");
	}

}
