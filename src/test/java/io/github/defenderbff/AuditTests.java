package io.github.defenderbff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.sandbox.defender.Fault;
import io.github.sandbox.entra.EntraLookAlike;
import io.github.sandbox.entra.ScopeForm;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.People;
import io.github.sandbox.organisation.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What is written down of what people and applications do, one entry for each event. */
@OnSandbox
class AuditTests {

	private static final String MACHINE = "/api/machines/" + Machines.SERVER.id();

	private static final String COMMENT = "{\"Comment\":\"suspicious sign-ins\"}";

	private final Bff bff;

	private final EntraLookAlike entra;

	private final AuditCapture audit = new AuditCapture();

	AuditTests(Bff bff) {
		this.bff = bff;
		this.entra = bff.sandbox().entra();
	}

	@AfterEach
	void close() {
		this.audit.close();
	}

	private static void assertFields(JsonNode entry, Map<String, String> fields) {
		fields.forEach((pointer, value) -> assertThat(AuditCapture.text(entry, pointer)).as(pointer + " in " + entry)
			.isEqualTo(value));
	}

	private static void assertBy(JsonNode entry, Person person) {
		assertFields(entry, Map.of("/user/id", person.objectId(), "/organization/id", Organisation.TENANT_ID,
				"/defender/caller", "person", "/client/ip", "127.0.0.1", "/event/kind", "event"));
	}

	private static List<String> texts(JsonNode entry, String pointer) {
		return entry.at(pointer).valueStream().map((each) -> each.asString("")).toList();
	}

	@Test
	void signInIsWrittenWithWhatItBrought() {
		this.bff.signIn(People.RUNE_RESPONDER);
		var entry = this.audit.only("sign-in");
		assertBy(entry, People.RUNE_RESPONDER);
		assertFields(entry, Map.of("/event/outcome", "success", "/defender/purpose", "sign-in"));
		assertThat(texts(entry, "/defender/scopes")).contains("Machine.Isolate", "Machine.Read");
		assertThat(texts(entry, "/event/category")).containsExactly("authentication", "session");
		assertThat(texts(entry, "/event/type")).containsExactly("start");
		assertThat(Instant.parse(AuditCapture.text(entry, "/@timestamp")))
			.isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
		assertThat(this.audit.actions()).containsExactly("sign-in");
	}

	@Test
	void failedSignInsAreWrittenWithTheirReason() {
		var stranger = this.bff.anonymous();
		stranger.get("/login/oauth2/code/defender?code=a&state=forged");
		assertFields(this.audit.only("sign-in-failed"), Map.of("/event/outcome", "failure", "/event/reason",
				"authorization_request_not_found", "/user/id", ""));
		this.entra.failTokenEndpointWithOutage();
		stranger.get(stranger.wayBack("/login", People.RUNE_RESPONDER));
		assertThat(this.audit.actions()).containsExactly("sign-in-failed", "sign-in-failed");
	}

	@Test
	void somebodyElsesSignInIsWrittenAsAFailure() {
		this.entra.omitClaims("login_hint");
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.entra.reset();
		rune.get(rune.wayBack("/login/step-up", People.ADA_ADMIN));
		var entry = this.audit.only("sign-in-failed");
		assertBy(entry, People.RUNE_RESPONDER);
		assertFields(entry, Map.of("/event/reason", "somebody-else"));
	}

	@Test
	void signOutIsWrittenAndEndsNothingTwice() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		rune.post("/logout", "", "Accept", "application/json");
		rune.post("/logout", "", "Accept", "application/json");
		assertThat(this.audit.actions()).containsExactly("sign-in", "sign-out");
		assertBy(this.audit.only("sign-out"), People.RUNE_RESPONDER);
	}

	@Test
	void sessionThatAnotherReplacesEnds() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		rune.signIn(People.RUNE_RESPONDER);
		assertThat(this.audit.actions()).containsExactly("sign-in", "session-end", "sign-in");
		assertFields(this.audit.only("session-end"),
				Map.of("/event/reason", "replaced", "/user/id", People.RUNE_RESPONDER.objectId()));
	}

	@Test
	void sessionThatIsNotRenewedEndsOnce() {
		this.entra.accessTokenLifetime(Duration.ofSeconds(1));
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.entra.revokeRefreshTokens(People.RUNE_RESPONDER.objectId());
		rune.get(MACHINE);
		rune.get(MACHINE);
		assertThat(this.audit.actions()).containsExactly("sign-in", "session-end");
		assertFields(this.audit.only("session-end"), Map.of("/event/reason", "not-renewed"));
	}

	@Test
	void sessionThatDefenderRejectsEnds() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.bff.sandbox().defender().failNext(Fault.status(401, "Unauthorized"));
		this.bff.sandbox().defender().failNext(Fault.status(401, "Unauthorized"));
		Problems.assertProblem(rune.get("/api/alerts"), 401, "session-expired");
		assertFields(this.audit.only("session-end"), Map.of("/event/reason", "rejected"));
	}

	@Test
	void consentIsWrittenWhenItIsInForce() {
		this.bff.signIn(People.ADA_ADMIN).consent("Machine.LiveResponse");
		var entry = this.audit.only("consent");
		assertBy(entry, People.ADA_ADMIN);
		assertFields(entry, Map.of("/event/outcome", "success"));
		assertThat(texts(entry, "/defender/scopes")).containsExactly("Machine.LiveResponse");
		assertThat(this.audit.entries().stream().map((each) -> AuditCapture.text(each, "/defender/purpose")))
			.contains("consent");
	}

	@Test
	void consentOfWhichTheProviderSaysNothingIsNotWritten() {
		var ada = this.bff.signIn(People.ADA_ADMIN);
		this.entra.scopeForm(ScopeForm.ABSENT);
		ada.consent("Machine.LiveResponse");
		assertThat(this.audit.actions()).containsExactly("sign-in", "session-end", "sign-in");
		assertThat(this.audit.entries().getLast().at("/defender/scopes").isMissingNode()).isTrue();
	}

	@Test
	void consentThatIsRefusedIsWritten() {
		var ada = this.bff.signIn(People.ADA_ADMIN);
		try (var browser = ada.browser()) {
			var page = browser.open(this.bff.address().resolve("/login/consent?scope=Machine.Offboard"));
			browser.press(page, "cancel");
		}
		var entry = this.audit.only("consent-refused");
		assertBy(entry, People.ADA_ADMIN);
		assertFields(entry, Map.of("/event/outcome", "failure", "/event/reason", "consent-declined"));
		assertThat(texts(entry, "/defender/scopes")).containsExactly("Machine.Offboard");
	}

	@Test
	void changeIsWrittenBeforeAndAfterWithTheActionThatCarriesItOut() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var answer = rune.post(MACHINE + "/isolate", COMMENT);
		assertThat(this.audit.actions()).containsExactly("sign-in", "intent", "outcome");
		for (var entry : List.of(this.audit.only("intent"), this.audit.only("outcome"))) {
			assertBy(entry, People.RUNE_RESPONDER);
			assertFields(entry, Map.of("/defender/operation", "machines.isolate", "/url/path", MACHINE + "/isolate",
					"/trace/id", answer.header("X-Correlation-Id"), "/log/logger", "audit"));
		}
		assertFields(this.audit.only("intent"), Map.of("/event/outcome", "unknown", "/defender/decision", "permit"));
		assertFields(this.audit.only("outcome"), Map.of("/event/outcome", "success", "/defender/change", "made",
				"/http/response/status_code", "201", "/defender/action_id", answer.json().path("id").stringValue("?")));
	}

	@Test
	void changeThatMayHaveBeenMadeIsWrittenSo() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		rune.get(MACHINE);
		this.bff.sandbox().defender().failNext(new Fault.ConnectionDropped());
		Problems.assertProblem(rune.post(MACHINE + "/isolate", COMMENT), 502, "upstream-unreachable");
		assertFields(this.audit.only("outcome"), Map.of("/event/outcome", "unknown", "/defender/change", "uncertain",
				"/event/reason", "upstream-unreachable"));
	}

	private static String session(JsonNode entry) {
		return AuditCapture.text(entry, "/defender/session");
	}

	@Test
	void entriesOfOneSessionAreJoinedByANameThatIsOfNoUse() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		rune.post(MACHINE + "/isolate", COMMENT);
		rune.post(MACHINE + "/offboard", COMMENT);
		var cookie = rune.cookie("session").orElseThrow();
		rune.post("/logout", "");
		assertThat(this.audit.actions()).containsExactly("sign-in", "intent", "outcome", "refusal", "sign-out");
		var name = session(this.audit.only("sign-in"));
		assertThat(name).matches("[A-Za-z0-9_-]{16}");
		assertThat(this.audit.entries()).allSatisfy((entry) -> assertThat(session(entry)).isEqualTo(name));
		assertThat(cookie).doesNotContain(name);
	}

	@Test
	void endOfASessionNamesThatSessionWhoeverEndsIt() {
		var first = this.bff.signIn(People.RUNE_RESPONDER);
		var second = this.bff.signIn(People.RUNE_RESPONDER);
		var names = this.audit.entries().stream().map(AuditTests::session).toList();
		assertThat(names).doesNotHaveDuplicates().doesNotContain("");
		var other = second.get("/api/me/sessions")
			.json()
			.path("sessions")
			.valueStream()
			.filter((each) -> !each.path("current").booleanValue(true))
			.findFirst()
			.orElseThrow()
			.path("id")
			.stringValue("");
		assertThat(other).startsWith(names.getFirst());
		assertThat(second.unsafe("DELETE", "/api/me/sessions/" + other).status()).isEqualTo(204);
		var end = this.audit.only("session-end");
		assertFields(end, Map.of("/event/reason", "ended-by-person", "/defender/session", names.getFirst()));
		first.signIn(People.RUNE_RESPONDER);
		second.signIn(People.RUNE_RESPONDER);
		var replaced = this.audit.entries()
			.stream()
			.filter((entry) -> AuditCapture.text(entry, "/event/reason").equals("replaced"))
			.map(AuditTests::session);
		assertThat(replaced).containsExactly(names.getLast());
	}

	@Test
	void applicationsHaveNoSession() {
		this.bff.nightWatch("Machine.Isolate").post(MACHINE + "/isolate", COMMENT);
		assertThat(this.audit.only("intent").at("/defender/session").isMissingNode()).isTrue();
	}

	@Test
	void whatMayBeAnotherSitesRequestIsWrittenOnceAMinute() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		for (var attempt = 0; attempt < 3; attempt++) {
			Problems.assertProblem(rune.send("POST", "/logout", ""), 403, "csrf-token-invalid");
		}
		var entry = this.audit.only("refusal");
		assertBy(entry, People.RUNE_RESPONDER);
		assertFields(entry, Map.of("/event/outcome", "failure", "/event/reason", "csrf-token-invalid", "/url/path",
				"/logout", "/defender/session", session(this.audit.only("sign-in"))));
		rune.get("/api/me?secret=query", "Origin", "https://evil.example");
		assertFields(this.audit.entries().getLast(), Map.of("/event/action", "refusal", "/event/reason",
				"cross-site-request", "/user/id", People.RUNE_RESPONDER.objectId(), "/url/path", "/api/me"));
		assertThat(this.audit.lines()).noneMatch((line) -> line.contains("evil.example") || line.contains("secret="));
	}

	@Test
	void refusalIsWrittenWithItsReasons() {
		var alva = this.bff.signIn(People.ALVA_ANALYST);
		Problems.assertProblem(alva.post(MACHINE + "/isolate", COMMENT), 403, "permission-denied");
		var entry = this.audit.only("refusal");
		assertBy(entry, People.ALVA_ANALYST);
		assertFields(entry, Map.of("/event/outcome", "failure", "/defender/decision", "deny", "/log/level", "WARN"));
		assertThat(AuditCapture.text(entry, "/event/reason").split(",")).contains("PrivilegeMissing");
		var reason = entry.at("/defender/reasons")
			.valueStream()
			.filter((each) -> each.path("type").stringValue("").equals("PrivilegeMissing"))
			.findFirst()
			.orElseThrow();
		assertThat(texts(reason, "/roles")).contains("Analyst");
		assertThat(reason.has("detail")).isFalse();
		assertThat(this.audit.actions()).doesNotContain("intent");
	}

	@Test
	void applicationIsNamedAndItsBadTokenIsWritten() {
		this.bff.nightWatch("Machine.Isolate").post(MACHINE + "/isolate", COMMENT);
		assertFields(this.audit.only("intent"), Map.of("/defender/caller", "application"));
		this.bff.withToken(this.entra.forgedDaemonToken()).get("/api/machines");
		assertFields(this.audit.only("token-refused"),
				Map.of("/event/outcome", "failure", "/event/reason", "invalid-token", "/user/id", ""));
	}

	@Test
	void noSecretCommentOrNameIsInIt() {
		this.entra.accessTokenLifetime(Duration.ofSeconds(1));
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		rune.post(MACHINE + "/isolate", COMMENT);
		rune.post(MACHINE + "/offboard", COMMENT);
		rune.get("/api/machines?$filter=" + "healthStatus%20eq%20'Active'");
		var session = rune.cookie("session").orElseThrow();
		rune.post("/logout", "");
		assertThat(this.audit.actions()).contains("sign-in", "intent", "outcome", "refusal", "sign-out");
		var lines = this.audit.lines();
		assertThat(this.entra.secrets()).isNotEmpty()
			.allSatisfy((secret) -> assertThat(lines).noneMatch((line) -> line.contains(secret)));
		for (var told : List.of(session, rune.csrfToken(), "eyJ", "suspicious", "healthStatus",
				People.RUNE_RESPONDER.name())) {
			assertThat(lines).noneMatch((line) -> line.contains(told));
		}
		assertThat(lines).allSatisfy((line) -> assertThat(line.strip()).doesNotContain("\n", "\r"));
	}

	@Test
	void whileItCannotBeWrittenNothingIsChangedAndReadsGoOn() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.audit.fill();
		for (var attempt = 0; attempt < 8; attempt++) {
			var answer = rune.post(MACHINE + "/isolate", COMMENT);
			Problems.assertProblem(answer, 503, "audit-unavailable");
			assertThat(answer.body()).contains("Nothing was changed");
		}
		assertThat(rune.get(MACHINE).status()).isEqualTo(200);
		assertThat(rune.get("/api/alerts?$top=1").status()).isEqualTo(200);
		assertThat(this.bff.signIn(People.ALVA_ANALYST).get("/api/me").status()).isEqualTo(200);
		assertThat(this.bff.sandbox().defender().requests()).noneMatch((request) -> request.method().equals("POST"));
		assertThat(new Client(this.bff.management()).get("/actuator/metrics/audit.lost?tag=place:log")
			.json()
			.at("/measurements/0/value")
			.doubleValue()).isGreaterThanOrEqualTo(8);
		this.audit.close();
		assertThat(rune.post(MACHINE + "/isolate", COMMENT).status()).isEqualTo(201);
	}

}
