package io.github.defenderbff.checklist;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.defenderbff.AuditCapture;
import io.github.defenderbff.Bff;
import io.github.defenderbff.Client;
import io.github.defenderbff.Concurrently;
import io.github.defenderbff.Jwts;
import io.github.defenderbff.OnSandbox;
import io.github.defenderbff.Problems;
import io.github.sandbox.defender.DefenderLookAlike;
import io.github.sandbox.defender.Fault;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;

import static org.assertj.core.api.Assertions.assertThat;

/** The lines of the checklist about what is kept, decided and written down. */
@OnSandbox
class PolicyChecklistTests {

	private static final String MACHINE = "/api/machines/" + Machines.SERVER.id();

	private static final String STORED = "defender-bff; fwd=miss; stored";

	private final Bff bff;

	private final DefenderLookAlike defender;

	private final Client rune;

	PolicyChecklistTests(Bff bff) {
		this.bff = bff;
		this.defender = bff.sandbox().defender();
		this.rune = bff.anonymous();
	}

	@BeforeEach
	void signIn() {
		this.rune.signIn(People.RUNE_RESPONDER);
	}

	private static String cacheStatus(Client client, String path) {
		return client.get(path).header("Cache-Status");
	}

	private void assertStoredAndForgottenBy(Runnable change) {
		assertThat(cacheStatus(this.rune, MACHINE)).isEqualTo(STORED);
		assertThat(cacheStatus(this.rune, MACHINE)).startsWith("defender-bff; hit");
		change.run();
		assertThat(cacheStatus(this.rune, MACHINE)).isEqualTo(STORED);
	}

	@Test
	void line32PeopleWithOtherPrivilegesShareNothing() {
		var vera = this.bff.signIn(People.VERA_VIEWER).get("/api/machines");
		var ada = this.bff.signIn(People.ADA_ADMIN).get("/api/machines");
		assertThat(List.of(vera, ada)).extracting((answer) -> answer.header("Cache-Status")).containsOnly(STORED);
		assertThat(ada.json().path("value").size()).isGreaterThan(vera.json().path("value").size());
	}

	@Test
	void line32EveryPartOfTheAddressTellsAnswersApart() {
		for (var path : List.of("/api/alerts", "/api/alerts?$top=1", "/api/alerts?$top=2", "/api/alerts?$skip=1",
				"/api/machines", "/api/machines?$top=1", "/api/v1.0/machines?$top=2")) {
			assertThat(cacheStatus(this.rune, path)).as(path).isEqualTo(STORED);
		}
	}

	@Test
	void line33SignOutForgetsWhatWasKept() {
		var elsewhere = this.bff.signIn(People.RUNE_RESPONDER);
		assertStoredAndForgottenBy(() -> elsewhere.post("/logout", ""));
	}

	@Test
	void line33AdministratorsEndForgetsWhatWasKept() {
		assertStoredAndForgottenBy(() -> {
			var path = "/api/people/" + People.RUNE_RESPONDER.objectId() + "/sessions";
			assertThat(this.bff.signIn(People.ADA_ADMIN).unsafe("DELETE", path).status()).isEqualTo(200);
			signIn();
		});
	}

	@Test
	void line33ConsentForgetsWhatWasKept() {
		assertStoredAndForgottenBy(() -> this.rune.consent("Library.Manage"));
	}

	@Test
	void line33ClaimsChallengeForgetsWhatWasKept() {
		assertStoredAndForgottenBy(() -> {
			this.defender.demandClaims(People.RUNE_RESPONDER.objectId());
			this.rune.get("/api/alerts");
		});
	}

	@Test
	void line33ActionForgetsWhatItTouchesForEverybody() {
		var ada = this.bff.signIn(People.ADA_ADMIN);
		assertThat(cacheStatus(ada, MACHINE)).isEqualTo(STORED);
		assertStoredAndForgottenBy(() -> assertThat(isolate(this.rune, "why").status()).isEqualTo(201));
		assertThat(cacheStatus(ada, MACHINE)).isEqualTo(STORED);
	}

	@ParameterizedTest
	@CsvSource({ "403, 403", "429, 429", "500, 502" })
	void line34FailureIsNotKeptAsAnAnswer(int upstream, int status) {
		var path = "/api/remediationTasks";
		this.defender.failNext(new Fault.Status(upstream, "Failed", Map.of("Retry-After", "0")));
		assertThat(this.rune.get(path).status()).isEqualTo(status);
		var ada = this.bff.signIn(People.ADA_ADMIN).get(path);
		assertThat(ada.header("Cache-Status")).isNotEmpty().doesNotContain("hit");
		assertThat(this.rune.get(path).header("Cache-Status")).doesNotContain("hit");
	}

	@Test
	void line34RejectedTokenIsNotKeptAsAnAnswer() {
		this.defender.failNext(Fault.status(401, "Unauthorized"));
		assertThat(cacheStatus(this.rune, MACHINE)).isEqualTo(STORED);
	}

	@Test
	void line34FailureIsSharedByThoseWhoWaitedForItOnly() {
		this.defender.failNext(new Fault.Delay(Duration.ofMillis(300)));
		this.defender.failNext(Fault.status(500, "InternalServerError"));
		this.rune.get("/api/alerts");
		var together = Concurrently.run(5, (_) -> this.rune.get("/api/investigations").status());
		assertThat(together).contains(502);
		assertThat(this.rune.get("/api/investigations").status()).isEqualTo(200);
	}

	@Test
	void line35DangerousActionTakesARecentSignIn() {
		this.bff.sandbox().entra().signedInAgo(People.ADA_ADMIN.objectId(), Duration.ofHours(1));
		var ada = this.bff.signIn(People.ADA_ADMIN).consent("Machine.Offboard");
		var offboard = "/api/machines/" + Machines.NORTH_WORKSTATION.id() + "/offboard";
		Problems.assertProblem(ada.post(offboard, "{\"Comment\":\"why\"}"), 401, "step-up-required");
		assertThat(this.defender.requests()).noneMatch((request) -> request.method().equals("POST"));
		ada.signInAt("/login/step-up?returnTo=/", People.ADA_ADMIN);
		assertThat(ada.post(offboard, "{\"Comment\":\"why\"}").status()).isEqualTo(200);
	}

	private static Client.Answer isolate(Client client, String comment) {
		return client.post(MACHINE + "/isolate", "{\"Comment\":\"" + comment + "\"}");
	}

	@Test
	void line36EveryDecisionOnAnActionIsWrittenWithWhoWhatTargetAndWhy() {
		try (var audit = new AuditCapture()) {
			var allowed = isolate(this.rune, "why");
			var refused = isolate(this.bff.signIn(People.ALVA_ANALYST), "why");
			assertWritten(audit, "intent", People.RUNE_RESPONDER.objectId(), "permit", allowed);
			assertWritten(audit, "refusal", People.ALVA_ANALYST.objectId(), "deny", refused);
			assertThat(AuditCapture.text(audit.only("refusal"), "/event/reason")).contains("PrivilegeMissing");
		}
	}

	private static void assertWritten(AuditCapture audit, String action, String person, String decision,
			Client.Answer answer) {
		var entry = audit.only(action);
		assertThat(List.of("/user/id", "/defender/operation", "/url/path", "/defender/decision", "/trace/id"))
			.extracting((field) -> AuditCapture.text(entry, field))
			.containsExactly(person, "machines.isolate", MACHINE + "/isolate", decision,
					answer.header("X-Correlation-Id"));
	}

	@Test
	void line36AuditHasNoTokensAndNobodyWritesLinesOfTheirOwn() {
		try (var audit = new AuditCapture()) {
			isolate(this.rune, "\\r\\n{\\\"event\\\":\\\"FORGED\\\"}\\u2028");
			this.rune.get("/api/machines/%0d%0aFORGED", "User-Agent", "a FORGED b");
			var lines = audit.lines();
			assertThat(lines).isNotEmpty()
				.noneMatch(Jwts::isIn)
				.allSatisfy((line) -> assertThat(line.strip()).doesNotContain("\n", "\r", "\u2028", "FORGED"));
			assertThat(this.bff.sandbox().entra().secrets()).isNotEmpty()
				.allSatisfy((secret) -> assertThat(lines).noneMatch((line) -> line.contains(secret)));
		}
	}

}
