package io.github.defenderbff;

import java.time.Duration;
import java.time.Instant;

import io.github.sandbox.defender.DefenderLookAlike;
import io.github.sandbox.defender.Fault;
import io.github.sandbox.organisation.Alerts;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What frontends and administrators see of Defender's limits. */
@OnSandbox
class QuotaTests {

	private static final String QUOTA = "/api/quota";

	private static final String EXPORT = "/api/machines/SoftwareInventoryExport";

	private final Bff bff;

	private final DefenderLookAlike defender;

	QuotaTests(Bff bff) {
		this.bff = bff;
		this.defender = bff.sandbox().defender();
	}

	private JsonNode reported(String operation) {
		return this.bff.signIn(People.ADA_ADMIN)
			.get(QUOTA)
			.json()
			.path("operations")
			.valueStream()
			.filter((each) -> each.path("operation").asString().equals(operation))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void administratorSeesWhoUsedHowMuch() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		rune.get("/api/alerts/" + Alerts.NORTH_ALERT.id() + "/files");
		var report = reported("alerts.files");
		assertThat(report.path("waiting").intValue(-1)).isZero();
		var minute = report.path("windows").path(0);
		assertThat(minute.path("window").asString()).isEqualTo("minute");
		assertThat(minute.path("limit").intValue(0)).isEqualTo(100);
		assertThat(minute.path("reserve").intValue(0)).isEqualTo(10);
		assertThat(minute.path("used").intValue(0)).isPositive();
		assertThat(minute.path("people").path(0).path("kind").asString()).isEqualTo("person");
		assertThat(minute.path("people").findValuesAsString("id")).contains(People.RUNE_RESPONDER.objectId());
	}

	/** Defender documents both on one page, and counts them together. */
	@Test
	void alertsOfADeviceAndTheirNumberHaveOneLimit() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		rune.get("/api/machines/" + Machines.NORTH_WORKSTATION.id() + "/alerts");
		var before = reported("machines.alerts").path("windows").path(0).path("used").intValue(0);
		assertThat(rune.get("/api/machines/" + Machines.NORTH_WORKSTATION.id() + "/alerts/$count").status())
			.isEqualTo(200);
		assertThat(reported("machines.alerts").path("windows").path(0).path("used").intValue(0)).isEqualTo(before + 1);
	}

	@Test
	void administratorSeesPauses() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.defender.failNext(Fault.throttled(Duration.ofSeconds(1)));
		var throttled = rune.get("/api/alerts/" + Alerts.NORTH_ALERT.id() + "/user");
		Problems.assertProblem(throttled, 429, "quota-exhausted");
		assertThat(throttled.json().path("cause").asString()).isEqualTo("defender");
		var until = reported("alerts.user").path("paused_until").asString();
		assertThat(Instant.parse(until)).isAfter(Instant.now().minusSeconds(60));
	}

	@Test
	void isForAdministratorsOnly() {
		var refused = this.bff.signIn(People.RUNE_RESPONDER).get(QUOTA);
		Problems.assertProblem(refused, 403, "permission-denied");
		assertThat(refused.body()).contains("PrivilegeMissing");
		Problems.assertProblem(this.bff.anonymous().get(QUOTA), 401, "not-signed-in");
		Problems.assertProblem(this.bff.nightWatch("Machine.Read.All").get(QUOTA), 403, "people-only");
	}

	@Test
	void answersOfDefenderSayWhatIsLeftAndStoredOnesDoNot() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var path = "/api/alerts/" + Alerts.NORTH_ALERT.id();
		var asked = rune.get(path);
		assertThat(asked.header("RateLimit-Policy")).isEqualTo("\"minute\";q=100;w=60, \"hour\";q=1500;w=3600");
		assertThat(asked.header("RateLimit")).matches("\"minute\";r=\\d+;t=\\d+, \"hour\";r=\\d+;t=\\d+");
		assertThat(rune.get(path).header("RateLimit")).isEmpty();
	}

	@Test
	void refusalSaysWhichLimitAndWhy() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		for (var call = 0; call < 3; call++) {
			assertThat(rune.get(EXPORT).status()).isEqualTo(200);
		}
		var refused = rune.get(EXPORT);
		Problems.assertProblem(refused, 429, "quota-exhausted");
		assertThat(refused.json().path("operation").asString()).isEqualTo("softwareInventoryAssessments.exportFiles");
		assertThat(refused.json().path("cause").asString()).isEqualTo("share");
		assertThat(refused.json().path("limit").toString()).contains("\"window\":\"minute\"", "\"seconds\":60",
				"\"quota\":5", "\"unit\":\"calls\"");
		assertThat(refused.header("RateLimit")).startsWith("\"minute\";r=0;t=" + refused.header("Retry-After") + ",");
		assertThat(this.bff.signIn(People.ALVA_ANALYST).get(EXPORT).status()).isEqualTo(200);
	}

}
