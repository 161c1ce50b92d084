package io.github.defenderbff;

import java.time.Duration;

import io.github.sandbox.Sandbox;
import io.github.sandbox.defender.DefenderLookAlike;
import io.github.sandbox.defender.Fault;
import io.github.sandbox.defender.ReceivedRequest;
import io.github.sandbox.entra.TokenRequest;
import io.github.sandbox.organisation.Alerts;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What applications have for themselves, and people for themselves: answers, tokens and
 * lines in the audit. Only Defender's limits are shared.
 */
@OnSandbox
class ApplicationsApartTests {

	private static final String COMMENT = "{\"Comment\":\"night watch\"}";

	private static final String ISOLATE = "/api/machines/" + Machines.EXECUTIVE_LAPTOP.id() + "/isolate";

	private final Bff bff;

	private final DefenderLookAlike defender;

	ApplicationsApartTests(Bff bff) {
		this.bff = bff;
		this.defender = bff.sandbox().defender();
	}

	@Test
	void sharesNoStoredAnswerWithAnotherApplication() {
		var path = "/api/machines/" + Machines.SERVER.id();
		this.bff.daemon("Machine.Read.All").get(path);
		assertThat(this.bff.daemon("Machine.Read.All").get(path).header("Cache-Status"))
			.isEqualTo("defender-bff; fwd=miss; stored");
	}

	@Test
	void sharesNoStoredAnswerWithAPerson() {
		var path = "/api/machines/" + Machines.SERVER.id();
		var daemon = this.bff.daemon("Machine.Read.All");
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		assertThat(rune.get(path).status()).isEqualTo(200);
		assertThat(daemon.get(path).header("Cache-Status")).isEqualTo("defender-bff; fwd=miss; stored");
		assertThat(this.defender.requests()).extracting(ReceivedRequest::application).containsExactly(false, true);
		assertThat(daemon.get(path).header("Cache-Status")).startsWith("defender-bff; hit");
		assertThat(rune.get(path).header("Cache-Status")).startsWith("defender-bff; hit");
		assertThat(this.defender.requests()).hasSize(2);
	}

	@Test
	void storedAnswerIsNoneForATokenWithoutTheRole() {
		var path = "/api/machines/" + Machines.SERVER.id();
		assertThat(this.bff.nightWatch("Machine.Read.All").get(path).status()).isEqualTo(200);
		Problems.assertProblem(this.bff.nightWatch("Alert.Read.All").get(path), 403, "permission-denied");
	}

	@Test
	void isNamedInTheAudit() {
		try (var log = new LogCapture()) {
			this.bff.nightWatch("Machine.Isolate").post(ISOLATE, COMMENT);
			this.bff.nightWatch("Machine.Isolate").post("/api/machines/" + Machines.SERVER.id() + "/offboard", COMMENT);
			assertThat(log.records()).filteredOn((line) -> line.contains("audit:"))
				.hasSize(3)
				.allMatch((line) -> line.contains("user.id=\"" + Sandbox.DAEMON_CLIENT_ID + "\"")
						&& line.contains("organization.id=\"" + Organisation.TENANT_ID + "\"")
						&& line.contains("defender.caller=\"application\""));
		}
	}

	@Test
	void sharesDefendersLimitsWithPeople() throws InterruptedException {
		var path = "/api/alerts/" + Alerts.NORTH_ALERT.id() + "/ips";
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.defender.failNext(Fault.throttled(Duration.ofSeconds(3)));
		assertThat(this.bff.daemon("Ip.Read.All").get(path).status()).isEqualTo(429);
		var second = rune.get(path);
		Problems.assertProblem(second, 429, "quota-exhausted");
		assertThat(this.defender.requests()).hasSize(1);
		Thread.sleep(Duration.ofSeconds(Long.parseLong(second.header("Retry-After"))));
		assertThat(rune.get(path).status()).isEqualTo(200);
	}

	@Test
	void tokenOfTheServiceThatDefenderRejectsIsRenewedOnce() {
		var daemon = this.bff.daemon("Machine.Read.All");
		daemon.get("/api/machines?$top=4");
		var before = ownTokens();
		this.defender.failNext(Fault.status(401, "Unauthorized"));
		assertThat(daemon.get("/api/machines?$top=5").status()).isEqualTo(200);
		assertThat(ownTokens()).isEqualTo(before + 1);
		assertThat(daemon.get("/api/machines?$top=6").status()).isEqualTo(200);
		assertThat(ownTokens()).isEqualTo(before + 1);
	}

	@Test
	void tokenThatStaysRejectedEndsNothingForAnybody() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var daemon = this.bff.daemon("Machine.Read.All");
		this.defender.failNext(Fault.status(401, "Unauthorized"));
		this.defender.failNext(Fault.status(401, "Unauthorized"));
		var answer = daemon.get("/api/machines?$top=7");
		Problems.assertProblem(answer, 502, "upstream-failed");
		assertThat(answer.header("Proxy-Status")).isEqualTo("defender-bff; received-status=401");
		assertThat(daemon.get("/api/machines?$top=7").status()).isEqualTo(200);
		assertThat(rune.get("/api/machines?$top=7").status()).isEqualTo(200);
	}

	@Test
	void challengeForClaimsIsNothingAnApplicationCanAnswer() {
		var daemon = this.bff.daemon("Machine.Read.All");
		this.defender.failNext(Fault.claimsChallenge("{\"access_token\":{}}"));
		assertThat(daemon.get("/api/machines?$top=8").status()).isEqualTo(200);
		this.defender.failNext(Fault.claimsChallenge("{\"access_token\":{}}"));
		this.defender.failNext(Fault.claimsChallenge("{\"access_token\":{}}"));
		var answer = daemon.get("/api/machines?$top=9");
		Problems.assertProblem(answer, 502, "upstream-failed");
		assertThat(answer.json().has("login_url")).isFalse();
		assertThat(daemon.get("/api/machines?$top=9").status()).isEqualTo(200);
	}

	@Test
	void personsCallIsNeverMadeWithTheServicesToken() {
		this.bff.sandbox().entra().accessTokenLifetime(Duration.ofSeconds(1));
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		rune.get("/api/machines");
		rune.post("/api/machines/" + Machines.SERVER.id() + "/isolate", COMMENT);
		this.defender.failNext(Fault.status(401, "Unauthorized"));
		rune.get("/api/alerts");
		rune.get("/api/machines/" + Machines.SERVER.id() + "/getmissingkbs");
		this.bff.sandbox().entra().failTokenEndpoint(503);
		rune.get("/api/alerts?$top=8");
		this.bff.sandbox().entra().restoreTokenEndpoint();
		this.bff.sandbox().entra().revokeRefreshTokens(People.RUNE_RESPONDER.objectId());
		assertThat(rune.get("/api/alerts?$top=9").status()).isEqualTo(401);
		assertThat(this.defender.requests()).isNotEmpty()
			.noneMatch(ReceivedRequest::application)
			.filteredOn((request) -> request.objectId() != null)
			.isNotEmpty()
			.allMatch((request) -> People.RUNE_RESPONDER.objectId().equals(request.objectId()));
		assertThat(ownTokens()).isZero();
	}

	private long ownTokens() {
		return this.bff.sandbox()
			.entra()
			.tokenRequests()
			.stream()
			.map(TokenRequest::grantType)
			.filter("client_credentials"::equals)
			.count();
	}

}
