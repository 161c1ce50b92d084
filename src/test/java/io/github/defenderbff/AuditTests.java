package io.github.defenderbff;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.sandbox.defender.Fault;
import io.github.sandbox.entra.EntraLookAlike;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is written down of changes, refusals and whoever is behind them. */
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

	@Test
	void changeIsWrittenBeforeAndAfterWithTheActionThatCarriesItOut() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var answer = rune.post(MACHINE + "/isolate", COMMENT);
		assertThat(this.audit.actions()).containsExactly("sign-in", "intent", "outcome");
		for (var entry : List.of(this.audit.only("intent"), this.audit.only("outcome"))) {
			AuditCapture.assertBy(entry, People.RUNE_RESPONDER);
			AuditCapture.assertFields(entry, Map.of("/defender/operation", "machines.isolate", "/url/path",
					MACHINE + "/isolate", "/trace/id", answer.header("X-Correlation-Id"), "/log/logger", "audit"));
		}
		AuditCapture.assertFields(this.audit.only("intent"),
				Map.of("/event/outcome", "unknown", "/defender/decision", "permit"));
		AuditCapture.assertFields(this.audit.only("outcome"),
				Map.of("/event/outcome", "success", "/defender/change", "made", "/http/response/status_code", "201",
						"/defender/action_id", answer.json().path("id").stringValue("?")));
	}

	@Test
	void changeThatMayHaveBeenMadeIsWrittenSo() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		rune.get(MACHINE);
		this.bff.sandbox().defender().failNext(new Fault.ConnectionDropped());
		Problems.assertProblem(rune.post(MACHINE + "/isolate", COMMENT), 502, "upstream-unreachable");
		AuditCapture.assertFields(this.audit.only("outcome"), Map.of("/event/outcome", "unknown", "/defender/change",
				"uncertain", "/event/reason", "upstream-unreachable"));
	}

	@Test
	void entriesOfOneSessionAreJoinedByANameThatIsOfNoUse() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		rune.post(MACHINE + "/isolate", COMMENT);
		rune.post(MACHINE + "/offboard", COMMENT);
		var cookie = rune.cookie("session").orElseThrow();
		rune.post("/logout", "");
		assertThat(this.audit.actions()).containsExactly("sign-in", "intent", "outcome", "refusal", "sign-out");
		var name = AuditCapture.session(this.audit.only("sign-in"));
		assertThat(name).matches("[A-Za-z0-9_-]{16}");
		assertThat(this.audit.entries()).allSatisfy((entry) -> assertThat(AuditCapture.session(entry)).isEqualTo(name));
		assertThat(cookie).doesNotContain(name);
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
		AuditCapture.assertBy(entry, People.RUNE_RESPONDER);
		AuditCapture.assertFields(entry, Map.of("/event/outcome", "failure", "/event/reason", "csrf-token-invalid",
				"/url/path", "/logout", "/defender/session", AuditCapture.session(this.audit.only("sign-in"))));
		rune.get("/api/me?secret=query", "Origin", "https://evil.example");
		AuditCapture.assertFields(this.audit.entries().getLast(), Map.of("/event/action", "refusal", "/event/reason",
				"cross-site-request", "/user/id", People.RUNE_RESPONDER.objectId(), "/url/path", "/api/me"));
		assertThat(this.audit.lines()).noneMatch((line) -> line.contains("evil.example") || line.contains("secret="));
	}

	@Test
	void refusalIsWrittenWithItsReasons() {
		var alva = this.bff.signIn(People.ALVA_ANALYST);
		Problems.assertProblem(alva.post(MACHINE + "/isolate", COMMENT), 403, "permission-denied");
		var entry = this.audit.only("refusal");
		AuditCapture.assertBy(entry, People.ALVA_ANALYST);
		AuditCapture.assertFields(entry,
				Map.of("/event/outcome", "failure", "/defender/decision", "deny", "/log/level", "WARN"));
		assertThat(AuditCapture.text(entry, "/event/reason").split(",")).contains("PrivilegeMissing");
		var reason = entry.at("/defender/reasons")
			.valueStream()
			.filter((each) -> each.path("type").stringValue("").equals("PrivilegeMissing"))
			.findFirst()
			.orElseThrow();
		assertThat(AuditCapture.texts(reason, "/roles")).contains("Analyst");
		assertThat(reason.has("detail")).isFalse();
		assertThat(this.audit.actions()).doesNotContain("intent");
	}

	@Test
	void applicationIsNamedAndItsBadTokenIsWritten() {
		this.bff.nightWatch("Machine.Isolate").post(MACHINE + "/isolate", COMMENT);
		AuditCapture.assertFields(this.audit.only("intent"), Map.of("/defender/caller", "application"));
		this.bff.withToken(this.entra.forgedDaemonToken()).get("/api/machines");
		AuditCapture.assertFields(this.audit.only("token-refused"),
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
		for (var told : List.of(session, rune.csrfToken(), "suspicious", "healthStatus",
				People.RUNE_RESPONDER.name())) {
			assertThat(lines).noneMatch((line) -> line.contains(told));
		}
		assertThat(lines).noneMatch(Jwts::isIn)
			.allSatisfy((line) -> assertThat(line.strip()).doesNotContain("\n", "\r"));
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
