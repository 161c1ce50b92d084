package io.github.defenderbff.checklist;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import io.github.defenderbff.AuditCapture;
import io.github.defenderbff.Bff;
import io.github.defenderbff.Client;
import io.github.defenderbff.Problems;
import io.github.defenderbff.ShiftedClock;
import io.github.sandbox.Sandbox;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lines of the checklist that need an instance whose browsers come over TLS, through
 * a proxy on a listed network, some of them from a page of a listed origin; its time can
 * be moved.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsChecklistTests {

	private static final String LISTED = "https://soc.example.com";

	private static final String BASE_URL = "https://bff.example.com";

	private static final Duration IDLE = Duration.ofMinutes(30);

	private final ShiftedClock clock = new ShiftedClock();

	private final Sandbox sandbox;

	private final Bff bff;

	TlsChecklistTests() {
		var address = OwnInstance.freeAddress();
		this.sandbox = Sandbox.start(0, 0, address);
		this.sandbox.entra().redirectUris(Set.of(URI.create(BASE_URL + "/login/oauth2/code/defender")));
		this.bff = OwnInstance.start(this.sandbox, address, this.clock, "--signin.base-url=" + BASE_URL,
				"--signin.allowed-origins=" + LISTED, "--signin.trusted-proxies=127.0.0.0/8,::1/128");
	}

	@AfterAll
	void stop() {
		this.bff.context().close();
		this.sandbox.close();
	}

	@BeforeEach
	void reset() {
		this.clock.ahead(Duration.ZERO);
		this.sandbox.entra().reset();
		this.sandbox.defender().reset();
	}

	private Client signIn() {
		var client = this.bff.anonymous();
		assertThat(client.get(client.wayBack("/login", People.RUNE_RESPONDER)).status()).isEqualTo(200);
		return client;
	}

	private static Client.Answer isolate(Client client, String... headers) {
		client.get("/api/session");
		var token = client.cookie("__Host-XSRF-TOKEN").orElseThrow();
		var all = new String[headers.length + 2];
		System.arraycopy(headers, 0, all, 0, headers.length);
		all[headers.length] = "X-XSRF-TOKEN";
		all[headers.length + 1] = token;
		return client.send("POST", "/api/machines/" + Machines.SERVER.id() + "/isolate", "{\"Comment\":\"why\"}", all);
	}

	@Test
	void line08EveryCookieTravelsOverTlsOnly() {
		var client = this.bff.anonymous();
		var beginning = client.get("/login").response().headers().allValues("Set-Cookie");
		var end = client.get(client.wayBack("/login", People.RUNE_RESPONDER))
			.response()
			.headers()
			.allValues("Set-Cookie");
		var asked = this.bff.anonymous().get("/api/session").response().headers().allValues("Set-Cookie");
		assertThat(List.of(beginning, end, asked)).allSatisfy(
				(cookies) -> assertThat(cookies).isNotEmpty().allMatch((cookie) -> cookie.contains("; Secure")));
		assertThat(end).filteredOn((cookie) -> cookie.startsWith("__Host-Http-session="))
			.hasSize(1)
			.allMatch((cookie) -> cookie.contains("; HttpOnly"));
	}

	@Test
	void line09CookieIsOfThisHostOnlyAndComesFromNoOtherSite() {
		var client = this.bff.anonymous();
		var cookies = client.get(client.wayBack("/login", People.RUNE_RESPONDER))
			.response()
			.headers()
			.allValues("Set-Cookie");
		assertThat(cookies).filteredOn((cookie) -> cookie.startsWith("__Host-Http-session="))
			.hasSize(1)
			.allSatisfy((cookie) -> assertThat(List.of(cookie.split("; ", -1)))
				.contains("SameSite=Strict", "Path=/", "Secure")
				.noneMatch((attribute) -> attribute.startsWith("Domain")));
	}

	@Test
	void line12ListedOriginIsNamedAndMayReadOnly() {
		var rune = signIn();
		var answer = rune.get("/api/me", "Origin", LISTED);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(LISTED);
		assertThat(answer.header("Vary")).contains("Origin");
		var preflight = rune.send("OPTIONS", "/api/me", null, "Origin", LISTED, "Access-Control-Request-Method",
				"POST");
		assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
		for (var origin : List.of(LISTED + ".evil.example", "http://soc.example.com", LISTED + ":8443", "null")) {
			assertThat(rune.get("/api/me", "Origin", origin).header("Access-Control-Allow-Origin")).isEmpty();
		}
	}

	@Test
	void line23SessionThatNobodyUsesEndsHoweverOftenPagesAsk() {
		var rune = signIn();
		for (var minutes = 0; minutes < IDLE.toMinutes(); minutes += 10) {
			this.clock.ahead(Duration.ofMinutes(minutes));
			assertThat(rune.get("/api/me", "X-Session-Slide", "false").status()).isEqualTo(200);
			assertThat(rune.get("/api/session").json().path("signed_in").booleanValue(false)).isTrue();
		}
		this.clock.ahead(IDLE.plusSeconds(1));
		try (var audit = new AuditCapture()) {
			Problems.assertProblem(rune.get("/api/me"), 401, "session-expired");
			Problems.assertProblem(rune.get("/api/me"), 401, "session-expired");
			assertThat(AuditCapture.text(audit.only("session-end"), "/event/reason")).isEqualTo("idle");
		}
	}

	@Test
	void line23SessionThatIsUsedEndsAfterEightHours() {
		var rune = signIn();
		for (var minutes = 0; minutes < 8 * 60; minutes += 20) {
			this.clock.ahead(Duration.ofMinutes(minutes));
			assertThat(rune.get("/api/me").status()).isEqualTo(200);
		}
		this.clock.ahead(Duration.ofHours(8));
		Problems.assertProblem(rune.get("/api/me"), 401, "session-expired");
	}

	@Test
	void line28ListedProxySaysWhoAsksAndNothingElse() {
		try (var audit = new AuditCapture()) {
			assertThat(isolate(signIn(), "X-Forwarded-For", "203.0.113.9", "X-Forwarded-Host", "evil.example").status())
				.isEqualTo(201);
			assertThat(AuditCapture.text(audit.only("intent"), "/client/ip")).isEqualTo("203.0.113.9");
		}
		var answer = this.bff.anonymous()
			.get("/login", "X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "http");
		assertThat(answer.header("Location")).doesNotContain("evil.example").contains("https://bff.example.com/");
	}

	@Test
	void line38BrowsersAreToldToComeOverTlsOnly() {
		for (var path : List.of("/", "/login", "/api/session", "/api/me", "/nothing")) {
			assertThat(this.bff.anonymous().get(path).header("Strict-Transport-Security")).contains("max-age=31536000");
		}
	}

}
