package io.github.defenderbff;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.github.defenderbff.Client.Answer;
import io.github.sandbox.defender.DefenderLookAlike;
import io.github.sandbox.defender.Fault;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import io.github.sandbox.organisation.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What this service answers itself has every member that its document says it has. */
@OnSandbox
class OwnAnswersTests {

	private static final String NORTH = Machines.NORTH_WORKSTATION.id();

	private static final String EXECUTIVE = Machines.EXECUTIVE_LAPTOP.id();

	private final Bff bff;

	private final DefenderLookAlike defender;

	private final DocumentedAnswers answers;

	OwnAnswersTests(Bff bff) {
		this.bff = bff;
		this.defender = bff.sandbox().defender();
		this.answers = new DocumentedAnswers(bff.anonymous().get("/v3/api-docs").json());
	}

	@AfterEach
	void actionsTakeTheirTime() {
		this.defender.actionTiming(Duration.ofSeconds(2), Duration.ofSeconds(6));
	}

	private void assertAsDocumented(String operation, int status, Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(status);
		assertThat(this.answers.faults(operation, answer)).as(answer.body()).isEmpty();
	}

	static Stream<Person> people() {
		return Stream.of(People.VERA_VIEWER, People.RUNE_RESPONDER, People.ADA_ADMIN, People.OLGA_OVERAGE,
				People.NILS_NOBODY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "signed_in", "login_url", "logout_url", "csrf" })
	void answerThatLacksAMandatoryMemberIsFound(String member) {
		var session = (ObjectNode) this.bff.anonymous().get("/api/session").json();
		session.remove(member);
		assertThat(this.answers.faultsAs("Session", session.toString())).hasSize(1);
	}

	@Test
	void sessions() {
		assertAsDocumented("session.get", 200, this.bff.anonymous().get("/api/session"));
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		assertAsDocumented("session.get", 200, rune.get("/api/session"));
		assertAsDocumented("me.sessions.list", 200, rune.get("/api/me/sessions"));
		var ada = this.bff.signIn(People.ADA_ADMIN);
		assertAsDocumented("people.sessions.end", 200,
				ada.unsafe("DELETE", "/api/people/" + People.RUNE_RESPONDER.objectId() + "/sessions"));
	}

	@ParameterizedTest
	@MethodSource("people")
	void whatPeopleAreAndMayDo(Person person) {
		var client = this.bff.signIn(person);
		assertAsDocumented("me.get", 200, client.get("/api/me"));
		assertAsDocumented("me.permissions", 200, client.get("/api/me/permissions"));
		assertAsDocumented("me.permissions", 200, client.get("/api/me/permissions?machine=" + EXECUTIVE));
		assertAsDocumented("me.check", 200, client.post("/api/me/permissions/check",
				"{\"checks\":[{\"operation\":\"machines.list\"},{\"operation\":\"machines.isolate\",\"machine\":\"%s\"}]}"
					.formatted(NORTH)));
		assertAsDocumented("operations.list", 200, client.get("/api/operations"));
		assertAsDocumented("hunting.queries", 200, client.get("/api/hunting/queries"));
	}

	@Test
	void whatApplicationsAreAndMayDo() {
		var daemon = this.bff.daemon("Machine.Read.All");
		assertAsDocumented("me.get", 200, daemon.get("/api/me"));
		assertAsDocumented("me.permissions", 200, daemon.get("/api/me/permissions"));
	}

	@Test
	void whatAdministratorsSee() {
		var ada = this.bff.signIn(People.ADA_ADMIN);
		assertAsDocumented("policy.choices", 200, ada.get("/api/policy/simulate"));
		assertAsDocumented("policy.simulate", 200, ada.post("/api/policy/simulate", "{}"));
		assertAsDocumented("policy.simulate", 200,
				ada.post("/api/policy/simulate", "{\"roles\":[\"Responder\"],\"device_groups\":[\"Servers\"]}"));
		this.bff.signIn(People.RUNE_RESPONDER).get("/api/machines/" + NORTH + "/logonusers");
		this.defender.failNext(Fault.throttled(Duration.ofSeconds(5)));
		ada.get("/api/machines");
		var quota = ada.get("/api/quota");
		assertThat(quota.json().path("operations").isEmpty()).isFalse();
		assertThat(quota.body()).contains("paused_until", "\"people\":[{");
		assertAsDocumented("quota.get", 200, quota);
		assertAsDocumented("cache.get", 200, ada.get("/api/cache"));
	}

	@ParameterizedTest
	@MethodSource("people")
	void views(Person person) {
		var client = this.bff.signIn(person);
		this.defender.failAt("/logonusers", Fault.throttled(Duration.ofSeconds(2)));
		var dashboard = client.get("/api/views/dashboard");
		assertAsDocumented("views.dashboard", dashboard.status(), dashboard);
		for (var machine : List.of(NORTH, EXECUTIVE)) {
			var view = client.get("/api/views/machines/" + machine);
			assertAsDocumented("views.machine", view.status(), view);
		}
	}

	@Test
	void runsOverManyDevices() {
		var rune = new BulkClient(this.bff.signIn(People.RUNE_RESPONDER));
		var machines = List.of(Machines.SERVER.id(), NORTH, EXECUTIVE);
		assertAsDocumented("bulk.run", 200,
				rune.client()
					.post("/api/bulk/machines/isolate?dryRun=true", BulkClient.body(machines, ""), "Idempotency-Key",
							BulkClient.newKey()));
		var accepted = rune.send("isolate", BulkClient.newKey(), machines);
		assertAsDocumented("bulk.run", 202, accepted);
		var ended = rune.ended(accepted.json().path("id").asString());
		assertThat(ended.path("ended_at").isMissingNode()).isFalse();
		assertThat(BulkClient.step(ended, EXECUTIVE).path("problem").isObject()).isTrue();
		assertThat(this.answers.faultsAs("BulkRun", ended.toString())).isEmpty();
	}

	@Test
	void progressOfAnAction() {
		this.defender.actionTiming(Duration.ZERO, Duration.ZERO);
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var action = rune.post("/api/machines/" + NORTH + "/runAntiVirusScan",
				"{\"Comment\":\"odd sign-ins\",\"ScanType\":\"Quick\"}");
		try (var stream = EventStream.open(rune, "/api/live/machineactions/" + action.json().path("id").asString())) {
			var progress = stream.next("progress").json();
			assertThat(this.answers.faultsAs("Progress", progress.toString())).isEmpty();
		}
	}

	@Test
	void problems() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		assertAsDocumented("machines.list", 401, this.bff.anonymous().get("/api/machines"));
		assertAsDocumented("machines.list", 400, rune.get("/api/machines?$filtr=x"));
		assertAsDocumented("machines.get", 404, rune.get("/api/machines/" + EXECUTIVE));
		assertAsDocumented("machines.isolate", 400, rune.post("/api/machines/" + NORTH + "/isolate", "{}"));
		assertAsDocumented("machines.isolate", 403, rune.send("POST", "/api/machines/" + NORTH + "/isolate", "{}"));
		assertAsDocumented("machines.isolate", 415, rune.send("POST", "/api/machines/" + NORTH + "/isolate", "x",
				"Content-Type", "text/plain", "X-XSRF-TOKEN", rune.csrfToken()));
		this.defender.failNext(Fault.throttled(Duration.ofSeconds(5)));
		assertAsDocumented("machines.list", 429, rune.get("/api/machines"));
	}

}
