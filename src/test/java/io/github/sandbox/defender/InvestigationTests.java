package io.github.sandbox.defender;

import java.io.IOException;
import java.time.Duration;

import io.github.sandbox.organisation.Alerts;
import io.github.sandbox.organisation.Investigations;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.PastActions;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Automated investigations and the response actions of the days before. */
class InvestigationTests extends LookAlikeTest {

	private static final String LIST = "/api/investigations";

	private static final String START = "/api/machines/%s/startInvestigation";

	private static final String COMMENT = "{\"Comment\":\"case 42\"}";

	@Test
	void listShowsOneInvestigationForEachIncident() throws IOException {
		assertThat(as(People.VERA_VIEWER).get(LIST).json().path("value").size()).isEqualTo(9);
		assertThat(as(People.VERA_VIEWER).get(LIST + "?$filter=state%20eq%20'Running'&$top=2&$skip=1")
			.json()
			.path("value")
			.size()).isEqualTo(2);
		assertThat(as(People.VERA_VIEWER).get(LIST + "?$filter=computerDnsName%20eq%20'x'").text("/error/code"))
			.isEqualTo("ODataError");
	}

	@Test
	void investigationIsFoundByItsIdAndItsAlert() throws IOException {
		TestClient vera = as(People.VERA_VIEWER);
		TestClient.Response byId = vera.get(LIST + "/" + Investigations.NORTH_INVESTIGATION.id());
		assertThat(byId.text("/triggeringAlertId")).isEqualTo(Alerts.NORTH_ALERT.id());
		assertThat(byId.text("/machineId")).isEqualTo(Machines.NORTH_WORKSTATION.id());
		assertThat(vera.get(LIST + "/" + Alerts.NORTH_ALERT.id()).text("/id")).isEqualTo(byId.text("/id"));
		assertThat(as(People.ALVA_ANALYST).get("/api/alerts/" + Alerts.NORTH_ALERT.id()).text("/investigationId"))
			.isEqualTo(byId.text("/id"));
		assertThat(vera.get(LIST + "/1").text("/error/code")).isEqualTo("ResourceNotFound");
		assertThat(as(People.VIGO_VULNS).get(LIST).status()).isEqualTo(403);
		assertThat(as(People.VERA_VIEWER, "Machine.Read").get(LIST).status()).isEqualTo(403);
	}

	@Test
	void startedInvestigationMovesThroughItsStates() throws IOException {
		TestClient rune = as(People.RUNE_RESPONDER);
		TestClient.Response started = rune.post(START.formatted(Machines.SERVER.id()), COMMENT);
		assertThat(started.status()).isEqualTo(201);
		assertThat(started.text("/state")).isEqualTo("Queued");
		String alert = rune.get("/api/alerts/" + started.text("/triggeringAlertId")).text("/machineId");
		assertThat(alert).isEqualTo(Machines.SERVER.id());
		assertThat(rune.get(LIST).json().path("value").size()).isEqualTo(10);
		this.clock.advance(Duration.ofSeconds(3));
		assertThat(rune.get(LIST + "/" + started.text("/id")).text("/state")).isEqualTo("Running");
		this.clock.advance(Duration.ofSeconds(3));
		TestClient.Response done = rune.get(LIST + "/" + started.text("/id"));
		assertThat(done.text("/state")).isEqualTo("Benign");
		assertThat(done.text("/endTime")).isNotEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			nh-srv-01.nordhavn.example  | {"Comment":"c"}         | 400 | OsPlatformNotSupported
			nh-srv-02.nordhavn.example  | {}                      | 400 | MissingRequiredParameter
			nh-srv-02.nordhavn.example  | {"Comment":"c","Why":1} | 400 | InvalidRequestBody
			nh-exec-01.nordhavn.example | {"Comment":"c"}         | 403 | Forbidden
			nowhere                     | {"Comment":"c"}         | 404 | ResourceNotFound
			""")
	void refusesImpossibleInvestigations(String machine, String body, int status, String code) throws IOException {
		TestClient.Response response = as(People.RUNE_RESPONDER).post(START.formatted(machine), body);
		assertThat(response.status()).isEqualTo(status);
		assertThat(response.text("/error/code")).isEqualTo(code);
	}

	@Test
	void investigationsAreLimitedByTheHour() throws IOException {
		String path = START.formatted(Machines.NORTH_WORKSTATION.id());
		assertThat(as(People.ALVA_ANALYST).post(path, COMMENT).status()).isEqualTo(403);
		for (int call = 1; call < 50; call++) {
			assertThat(as(People.RUNE_RESPONDER).post(path, COMMENT).status()).isEqualTo(201);
		}
		TestClient.Response refused = as(People.RUNE_RESPONDER).post(path, COMMENT);
		assertThat(refused.status()).isEqualTo(429);
		assertThat(refused.header("Retry-After")).isEqualTo("3600");
	}

	@Test
	void actionsOfTheDaysBeforeAreThere() throws IOException {
		TestClient ada = as(People.ADA_ADMIN);
		String actions = "/api/machineactions/";
		assertThat(ada.get(actions + PastActions.PACKAGE_COLLECTION + "/getPackageUri").status()).isEqualTo(200);
		String link = actions + PastActions.LIVE_RESPONSE + "/GetLiveResponseResultDownloadLink(index=%d)";
		assertThat(ada.get(link.formatted(0)).status()).isEqualTo(200);
		assertThat(ada.get(link.formatted(1)).status()).isEqualTo(200);
		assertThat(ada.get(link.formatted(2)).status()).isEqualTo(404);
		assertThat(as(People.VERA_VIEWER).get("/api/machines/" + Machines.EXAMINED_WORKSTATION.id()).status())
			.isEqualTo(200);
	}

	@Test
	void orderWaitsForASilentDeviceUntilItIsCancelled() throws IOException {
		String action = "/api/machineactions/" + PastActions.PENDING_ISOLATION;
		TestClient rune = as(People.RUNE_RESPONDER);
		this.clock.advance(Duration.ofMinutes(10));
		assertThat(rune.get(action).text("/status")).isEqualTo("Pending");
		assertThat(this.defender.isolated(Machines.SILENT_WORKSTATION.id())).isFalse();
		assertThat(rune.post(action + "/cancel", COMMENT).text("/status")).isEqualTo("Cancelled");
	}

}
