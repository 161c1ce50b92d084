package io.github.sandbox.defender;

import java.io.IOException;
import java.time.Duration;

import io.github.sandbox.organisation.Alerts;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Response actions and other changes of state. */
class ChangingTests extends LookAlikeTest {

	private static final String NORTH = "/api/machines/" + Machines.NORTH_WORKSTATION.id();

	private static final String COMMENT = "{\"Comment\":\"case 42\"}";

	@Test
	void isolationMovesThroughItsStates() throws IOException {
		TestClient rune = as(People.RUNE_RESPONDER);
		TestClient.Response created = rune.post(NORTH + "/isolate", COMMENT);
		assertThat(created.status()).isEqualTo(201);
		assertThat(created.text("/status")).isEqualTo("Pending");
		assertThat(created.text("/requestor")).isEqualTo("rune@nordhavn.example");
		String action = "/api/machineactions/" + created.text("/id");
		this.clock.advance(Duration.ofSeconds(3));
		assertThat(rune.get(action).text("/status")).isEqualTo("InProgress");
		this.clock.advance(Duration.ofSeconds(3));
		assertThat(rune.get(action).text("/status")).isEqualTo("Succeeded");
		assertThat(this.defender.isolated(Machines.NORTH_WORKSTATION.id())).isTrue();
		assertThat(rune.post(action + "/cancel", COMMENT).status()).isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			isolate               | {"IsolationType":"Full"}              | MissingRequiredParameter
			isolate               | {"comment":"c"}                       | MissingRequiredParameter
			isolate               | {"Comment":                           | InvalidRequestBody
			isolate               | {"Comment":"c","isolationtype":"Full"}| InvalidRequestBody
			isolate               | {"Comment":"c","IsolationType":"Half"}| InvalidInput
			runAntiVirusScan      | {"Comment":"c"}                       | MissingRequiredParameter
			stopandquarantinefile | {"Comment":"c","Sha1":"12"}           | InvalidHashValue
			""")
	void refusesIncompleteOrders(String verb, String body, String code) throws IOException {
		TestClient.Response response = as(People.RUNE_RESPONDER).post(NORTH + "/" + verb, body);
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.text("/error/code")).isEqualTo(code);
	}

	@Test
	void repeatGivesThePendingActionOrARefusal() throws IOException {
		TestClient rune = as(People.RUNE_RESPONDER);
		String first = rune.post(NORTH + "/unisolate", COMMENT).text("/id");
		assertThat(rune.post(NORTH + "/unisolate", COMMENT).text("/id")).isEqualTo(first);
		rune.post(NORTH + "/collectInvestigationPackage", COMMENT);
		assertThat(rune.post(NORTH + "/collectInvestigationPackage", COMMENT).status()).isEqualTo(400);
	}

	@Test
	void cancelledActionNeverSucceeds() throws IOException {
		TestClient rune = as(People.RUNE_RESPONDER);
		String action = "/api/machineactions/" + rune.post(NORTH + "/isolate", COMMENT).text("/id");
		assertThat(as(People.ALVA_ANALYST).post(action + "/cancel", COMMENT).status()).isEqualTo(403);
		assertThat(rune.post(action + "/cancel", COMMENT).text("/status")).isEqualTo("Cancelled");
		this.clock.advance(Duration.ofSeconds(10));
		assertThat(rune.get(action).text("/status")).isEqualTo("Cancelled");
	}

	@Test
	void packageLinkExistsOnlyAfterCollection() throws IOException {
		TestClient alva = as(People.ALVA_ANALYST);
		String action = "/api/machineactions/" + alva.post(NORTH + "/collectInvestigationPackage", COMMENT).text("/id");
		assertThat(alva.get(action + "/getPackageUri").status()).isEqualTo(404);
		this.clock.advance(Duration.ofSeconds(6));
		assertThat(alva.get(action + "/getPackageUri").text("/value")).startsWith("\"http://")
			.endsWith("\"")
			.contains("sig=");
	}

	@Test
	void liveResponseGivesAResultPerCommand() throws IOException {
		TestClient rune = as(People.RUNE_RESPONDER);
		String action = "/api/machineactions/" + rune.post(NORTH + "/runliveresponse", """
				{"Comment":"c","Commands":[{"type":"GetFile","params":[{"key":"Path","value":"C:\\\\a.txt"}]}]}""")
			.text("/id");
		this.clock.advance(Duration.ofSeconds(6));
		assertThat(rune.get(action).text("/commands/0/commandStatus")).isEqualTo("Completed");
		assertThat(rune.get(action + "/GetLiveResponseResultDownloadLink(index=0)").text("/value")).contains("sig=");
		assertThat(rune.get(action + "/GetLiveResponseResultDownloadLink(index=1)").status()).isEqualTo(404);
	}

	@Test
	void tagsAndValuesStayUntilReset() throws IOException {
		TestClient ada = as(People.ADA_ADMIN);
		ada.post(NORTH + "/tags", "{\"Value\":\"watch\",\"Action\":\"Add\"}");
		ada.post(NORTH + "/setDeviceValue", "{\"DeviceValue\":\"High\"}");
		assertThat(ada.get(NORTH).json().path("machineTags").toString()).contains("watch");
		assertThat(ada.get(NORTH).text("/deviceValue")).isEqualTo("High");
		ada.patch(NORTH, "{\"machineTags\":[\"only\"]}");
		assertThat(ada.get(NORTH).json().path("machineTags").size()).isEqualTo(1);
		this.defender.reset();
		assertThat(ada.get(NORTH).text("/deviceValue")).isEqualTo("Normal");
	}

	@Test
	void alertsTakeCommentsAndStates() throws IOException {
		TestClient alva = as(People.ALVA_ANALYST);
		String id = Alerts.NORTH_ALERT.id();
		alva.patch("/api/alerts/" + id, "{\"status\":\"InProgress\",\"comment\":\"looking\"}");
		TestClient.Response alert = alva.get("/api/alerts/" + id);
		assertThat(alert.text("/status")).isEqualTo("InProgress");
		assertThat(alert.text("/comments/0/createdBy")).isEqualTo("alva@nordhavn.example");
		assertThat(alva.post("/api/alerts/batchUpdate", "{\"alertIds\":[\"%s\"],\"status\":\"Resolved\"}".formatted(id))
			.body()).isEmpty();
		assertThat(alva.get("/api/alerts/" + id).text("/resolvedTime")).isNotEmpty();
	}

	@Test
	void alertIsRaisedOnceWhileItIsOpen() throws IOException {
		String body = """
				{"eventTime":"2026-01-01T00:00:00Z","reportId":"7","machineId":"%s","severity":"Low","title":"t",
				"description":"d","recommendedAction":"r","category":"Malware"}"""
			.formatted(Machines.NORTH_WORKSTATION.id());
		String first = as(People.ALVA_ANALYST).post("/api/alerts/CreateAlertByReference", body).text("/id");
		assertThat(as(People.ALVA_ANALYST).post("/api/alerts/CreateAlertByReference", body).text("/id"))
			.isEqualTo(first)
			.isNotEmpty();
	}

}
