package io.github.defenderbff;

import java.util.stream.Stream;

import io.github.defenderbff.policy.RoleBookReload;
import io.github.sandbox.organisation.Alert;
import io.github.sandbox.organisation.Alerts;
import io.github.sandbox.organisation.People;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/** Being told of alerts. People of equal rights share answers in this instance. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveAlertTests {

	private static final String STREAM = "/api/live/alerts";

	private static final String HIGH = STREAM + "?$filter=severity%20eq%20'High'";

	private final Bff bff = LiveBff.start("--responsecache.sharing=effective-permissions");

	@AfterAll
	void end() {
		this.bff.context().close();
		this.bff.sandbox().close();
	}

	@BeforeEach
	void reset() {
		this.bff.sandbox().entra().reset();
		this.bff.sandbox().defender().reset();
		if (this.bff.sandbox().restoreRoleBook()) {
			RoleBookReload.now(this.bff.context());
		}
	}

	private static void comment(Client client, Alert alert, String comment) {
		var answer = client.send("PATCH", "/api/alerts/" + alert.id(), "{\"comment\":\"" + comment + "\"}",
				"X-XSRF-TOKEN", client.csrfToken());
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
	}

	private Stream<String> calls() {
		return this.bff.sandbox()
			.defender()
			.requests()
			.stream()
			.map((request) -> request.pathAndQuery())
			.filter((path) -> path.startsWith("/api/alerts?"));
	}

	private int pollers() {
		var answer = new Client(this.bff.management()).get("/actuator/metrics/live.pollers");
		return answer.json().at("/measurements/0/value").intValue();
	}

	@Test
	void changedAlertIsToldAsDefenderShowsIt() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		try (var stream = EventStream.open(rune, STREAM)) {
			comment(rune, Alerts.SERVER_ALERT, "mine");
			var alert = stream.next("alert").json();
			var listed = rune.get("/api/alerts?$filter=id%20eq%20'" + Alerts.SERVER_ALERT.id() + "'").json();
			assertThat(alert).isEqualTo(listed.at("/value/0"));
			comment(rune, Alerts.SERVER_ALERT, "mine still");
			assertThat(stream.next("alert").json().at("/comments")).hasSize(2);
		}
	}

	@Test
	void newAlertAppears() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		try (var stream = EventStream.open(rune, STREAM)) {
			var raised = rune.post("/api/alerts/CreateAlertByReference", """
					{"machineId": "%s", "severity": "Low", "title": "Odd", "description": "Very odd",
					 "recommendedAction": "Look", "eventTime": "2026-11-20T10:00:00Z", "reportId": "20776",
					 "category": "Malware"}""".formatted(Alerts.SERVER_ALERT.machine().id()));
			assertThat(raised.status()).as(raised.body()).isLessThan(300);
			assertThat(stream.next("alert").text("/title")).isEqualTo("Odd");
		}
	}

	@Test
	void filterIsThatOfTheList() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		Problems.assertProblem(rune.get(STREAM + "?$filter=colour%20eq%20'red'"), 400, "invalid-parameter");
		Problems.assertProblem(rune.get(STREAM + "?$filter=severity%20eq"), 400, "upstream-rejected-request");
		Problems.assertProblem(rune.get(STREAM + "?$top=3"), 400, "invalid-parameter");
		try (var stream = EventStream.open(rune, HIGH)) {
			comment(rune, Alerts.NORTH_ALERT, "it is high");
			assertThat(stream.next("alert").text("/severity")).isEqualTo("High");
			assertThat(calls()).anyMatch((call) -> call.contains("lastUpdateTime") && call.contains("High"));
		}
	}

	@Test
	void filterIsTheSameAsOfTheList() throws ReflectiveOperationException {
		var list = Class.forName("io.github.defenderbff.defender.Alerts").getDeclaredMethods();
		var ofList = Stream.of(list)
			.filter((method) -> method.getName().equals("list"))
			.findFirst()
			.orElseThrow()
			.getAnnotation(io.github.defenderbff.relay.OData.class);
		var controller = Class.forName("io.github.defenderbff.live.LiveController").getDeclaredMethods();
		var ofStream = Stream.of(controller)
			.filter((method) -> method.getName().equals("alerts"))
			.findFirst()
			.orElseThrow()
			.getAnnotation(io.github.defenderbff.relay.OData.class);
		assertThat(ofStream.filter()).containsExactly(ofList.filter());
		assertThat(ofStream.expand()).containsExactly(ofList.expand());
	}

	@Test
	void evidenceIsToldToWhoAsksForIt() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		try (var stream = EventStream.open(rune, STREAM + "?$expand=evidence")) {
			comment(rune, Alerts.SERVER_ALERT, "mine");
			assertThat(stream.next("alert").json().at("/evidence")).isNotEmpty();
		}
	}

	@Test
	void nobodyIsToldOfDevicesThatAreHiddenFromThem() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var vera = this.bff.signIn(People.VERA_VIEWER);
		try (var runes = EventStream.open(rune, STREAM); var veras = EventStream.open(vera, STREAM)) {
			comment(rune, Alerts.SERVER_ALERT, "hidden from Vera");
			assertThat(runes.next("alert").text("/id")).isEqualTo(Alerts.SERVER_ALERT.id());
			comment(rune, Alerts.NORTH_ALERT, "shown to both");
			assertThat(runes.next("alert").text("/id")).isEqualTo(Alerts.NORTH_ALERT.id());
			assertThat(veras.next("alert").text("/id")).isEqualTo(Alerts.NORTH_ALERT.id());
			assertThat(pollers()).isEqualTo(2);
		}
	}

	@Test
	void whoHasEqualRightsWatchesWithTheSamePoller() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var olga = this.bff.signIn(People.OLGA_OVERAGE);
		try (var runes = EventStream.open(rune, STREAM); var olgas = EventStream.open(olga, STREAM)) {
			assertThat(pollers()).isEqualTo(1);
			comment(rune, Alerts.SERVER_ALERT, "told to both");
			assertThat(runes.next("alert").data()).isEqualTo(olgas.next("alert").data());
		}
	}

	@Test
	void signOutOfOneLeavesThePollerToTheOther() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var olga = this.bff.signIn(People.OLGA_OVERAGE);
		try (var runes = EventStream.open(rune, STREAM); var olgas = EventStream.open(olga, STREAM)) {
			rune.post("/logout", "", "Accept", "application/json");
			runes.next("end");
			comment(olga, Alerts.SERVER_ALERT, "told to one");
			olgas.next("alert");
			runes.isClosed();
		}
	}

	@Test
	void pollerEndsWithItsLastStream() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		EventStream.open(rune, STREAM).close();
		Awaitility.await().until(() -> pollers() == 0);
	}

	@Test
	void resumedStreamTellsWhatChangedMeanwhile() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var stream = EventStream.open(rune, STREAM);
		Awaitility.await().until(() -> !stream.lastEventId().isEmpty());
		stream.close();
		comment(rune, Alerts.SERVER_ALERT, "while nobody looked");
		try (var resumed = EventStream.open(rune, STREAM, "Last-Event-ID", stream.lastEventId())) {
			assertThat(resumed.next("alert").text("/id")).isEqualTo(Alerts.SERVER_ALERT.id());
		}
	}

	@Test
	void whoComesBackTooLateIsToldToLookForThemselves() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		try (var stream = EventStream.open(rune, STREAM, "Last-Event-ID", "1000")) {
			assertThat(stream.next("reset").text("/as_of")).isNotEmpty();
		}
	}

}
