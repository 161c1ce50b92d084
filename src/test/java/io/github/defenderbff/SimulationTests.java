package io.github.defenderbff;

import java.util.List;
import java.util.stream.Collectors;

import io.github.defenderbff.Client.Answer;
import io.github.sandbox.organisation.EntraGroup;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What an administrator sees who asks what somebody else could do. */
@OnSandbox
class SimulationTests {

	private static final String SIMULATE = "/api/policy/simulate";

	private final Bff bff;

	SimulationTests(Bff bff) {
		this.bff = bff;
	}

	private static String decision(Answer answer, String operation) {
		return answer.json()
			.path("results")
			.valueStream()
			.filter((result) -> result.path("operation").asString().equals(operation))
			.map((result) -> result.path("decision").asString())
			.collect(Collectors.joining());
	}

	private Answer simulate(String body) {
		return this.bff.signIn(People.ADA_ADMIN).post(SIMULATE, body);
	}

	@Test
	void grantsARoleForTheQuestionOnly() {
		assertThat(decision(simulate("{}"), "machines.isolate")).isEqualTo("deny");
		var responder = simulate("{\"roles\":[\"Responder\"]}");
		assertThat(decision(responder, "machines.isolate")).isEqualTo("permit");
		assertThat(decision(responder, "machines.offboard")).isEqualTo("deny");
		assertThat(responder.json().path("roles").toString()).isEqualTo("[\"Responder\"]");
		assertThat(responder.json().path("privileges").toString())
			.contains("\"Active remediation actions - Security operations\"");
		assertThat(responder.json().path("results").size())
			.isEqualTo(this.bff.signIn(People.ADA_ADMIN).get("/api/me/permissions").json().path("results").size());
	}

	@Test
	void answersWhatTheSamePersonIsToldThemselves() {
		for (var person : List.of(People.VERA_VIEWER, People.ALVA_ANALYST, People.RUNE_RESPONDER, People.ADA_ADMIN)) {
			var own = this.bff.signIn(person);
			var me = own.get("/api/me").json();
			var simulated = simulate(
					"{\"scopes\":%s,\"groups\":%s,\"directory_roles\":%s}".formatted(me.path("grant").path("values"),
							me.path("groups").path("values"), me.path("directory_roles").path("values")));
			assertThat(decisions(simulated)).isEqualTo(decisions(own.get("/api/me/permissions")));
		}
	}

	private static List<String> decisions(Answer answer) {
		return answer.json()
			.path("results")
			.valueStream()
			.map((result) -> result.path("operation").asString() + " " + result.path("decision").asString())
			.toList();
	}

	@Test
	void narrowsToScopesThatAreNamed() {
		var answer = simulate("{\"roles\":[\"Responder\"],\"scopes\":[\"machine.read\"],"
				+ "\"operations\":[\"machines.isolate\",\"machines.get\"]}");
		assertThat(decisions(answer)).containsExactly("machines.get permit", "machines.isolate deny");
		assertThat(answer.body()).contains("ScopeNotConsented");
	}

	@Test
	void putsADeviceThatMatchesSeveralGroupsIntoTheHighestRanked() {
		var body = "{\"roles\":[\"Responder\"],\"groups\":[\"%s\"],\"device_groups\":%s,\"operations\":[\"machines.isolate\"]}";
		var responders = EntraGroup.SOC_RESPONDERS.objectId();
		var server = simulate(body.formatted(responders, "[\"Workstations North\",\"Servers\"]"));
		assertThat(server.json().path("device_group").asString()).isEqualTo("Servers");
		assertThat(decision(server, "machines.isolate")).isEqualTo("permit");
		var executive = simulate(body.formatted(responders, "[\"Servers\",\"Executives\"]"));
		assertThat(executive.json().path("device_group").asString()).isEqualTo("Executives");
		assertThat(decision(executive, "machines.isolate")).isEqualTo("deny");
		assertThat(executive.body()).contains("DeviceNotExposed");
	}

	@Test
	void changesNothingAndAsksNobody() {
		var ada = this.bff.signIn(People.ADA_ADMIN);
		var before = ada.get("/api/me/permissions").header("ETag");
		ada.post(SIMULATE, "{\"roles\":[\"Viewer\"],\"scopes\":[]}");
		assertThat(ada.get("/api/me/permissions").header("ETag")).isEqualTo(before);
		assertThat(this.bff.sandbox().defender().requests()).isEmpty();
	}

	@Test
	void isForThoseWhoManageRolesAndItsRefusalIsWrittenDown() {
		try (var log = new LogCapture()) {
			var answer = this.bff.signIn(People.RUNE_RESPONDER).post(SIMULATE, "{}");
			Problems.assertProblem(answer, 403, "permission-denied");
			assertThat(answer.reasons()).containsExactly("PrivilegeMissing");
			assertThat(answer.body()).contains("Manage portal system settings", "Administrator");
			assertThat(log.records()).anyMatch((line) -> line.contains(" audit: refusal ")
					&& line.contains("policy.simulate") && line.contains("PrivilegeMissing"));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"scopes":["Machine.Fly"]}              | #/scopes/0
			{"roles":["Responder","Pilot"]}         | #/roles/1
			{"device_groups":["Attic"]}             | #/device_groups/0
			{"operations":["machines.fly"]}         | #/operations/0
			{"roles":[null]}                        | #/roles/0
			{"role":"Responder"}                    | #/role
			{"roles":"Responder"}                   | #/roles
			""")
	void refusesWhatNobodyHas(String body, String pointer) {
		var answer = simulate(body);
		Problems.assertProblem(answer, 400, "invalid-body");
		assertThat(answer.json().path("errors").path(0).path("pointer").asString()).isEqualTo(pointer);
	}

}
