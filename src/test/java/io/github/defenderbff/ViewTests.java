package io.github.defenderbff;

import java.util.List;
import java.util.stream.Stream;

import io.github.defenderbff.Client.Answer;
import io.github.sandbox.defender.DefenderLookAlike;
import io.github.sandbox.defender.ReceivedRequest;
import io.github.sandbox.organisation.Alerts;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import io.github.sandbox.organisation.Threat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What each view shows, and that each part is what its own operation answers. */
@OnSandbox
class ViewTests {

	private static final String MACHINE = "/api/views/machines/" + Machines.NORTH_WORKSTATION.id();

	private static final String ALERT = "/api/views/alerts/" + Alerts.NORTH_ALERT.id();

	private static final Threat.Traces TRACES = Threat.RANSOMWARE.traces();

	private final Bff bff;

	private final DefenderLookAlike defender;

	ViewTests(Bff bff) {
		this.bff = bff;
		this.defender = bff.sandbox().defender();
	}

	static Stream<Arguments> atOnce() {
		return Stream.of(Arguments.of(MACHINE, 7, 7), Arguments.of(ALERT, 5, 7),
				Arguments.of("/api/views/dashboard", 6, 6));
	}

	static Stream<Arguments> views() {
		return Stream.of(
				Arguments.of(MACHINE,
						"machine alerts people software vulnerabilities recommendations actions permissions"),
				Arguments.of(ALERT, "alert machine person files domains ips investigation"),
				Arguments.of("/api/views/users/user-ws-n-07", "machines alerts"),
				Arguments.of("/api/views/files/" + TRACES.sha1(), "file stats alerts machines"),
				Arguments.of("/api/views/ips/" + TRACES.ipAddress(), "stats alerts machines"),
				Arguments.of("/api/views/domains/" + TRACES.host(), "stats alerts machines"),
				Arguments.of("/api/views/vulnerabilities/CVE-2099-10001", "vulnerability machines software"),
				Arguments.of("/api/views/dashboard", "alerts exposure configuration devices exposed_machines actions"));
	}

	private static JsonNode parts(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json().path("parts");
	}

	private Client ada() {
		return this.bff.signIn(People.ADA_ADMIN);
	}

	private List<String> asked() {
		return this.defender.requests().stream().map(ReceivedRequest::pathAndQuery).toList();
	}

	@ParameterizedTest
	@MethodSource("views")
	void showsAllItsPartsInOrder(String path, String names) {
		var parts = parts(ada().get(path));
		assertThat(parts.propertyNames()).containsExactly(names.split(" "));
		assertThat(parts.valueStream()).allSatisfy((part) -> {
			assertThat(part.path("state").asString()).as(part.toString()).isEqualTo("loaded");
			assertThat(part.path("operation").asString()).matches("\\w+\\.\\w+");
			assertThat(part.path("as_of").asString()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
			assertThat(part.path("age").isIntegralNumber()).isTrue();
			assertThat(part.has("body")).isTrue();
		});
	}

	@ParameterizedTest
	@MethodSource("views")
	void eachPartIsWhatItsOwnOperationAnswers(String path) {
		var ada = ada();
		var view = ada.get(path);
		var summed = List.of("alerts.list", "machines.list");
		for (var part : parts(view).values()) {
			var own = ada.get(part.path("href").asString());
			assertThat(own.status()).as(part.path("href").asString()).isEqualTo(200);
			if (path.contains("dashboard") && summed.contains(part.path("operation").asString())) {
				assertThat(part.path("body").path("counted").intValue()).isEqualTo(own.json().path("value").size());
			}
			else if (part.path("operation").asString().equals("me.permissions")) {
				assertThat(own.json().path("results").values()).containsAll(part.path("body").path("results").values());
			}
			else {
				assertThat(view.body()).as("byte for byte").contains("\"body\":" + own.body());
			}
		}
		assertThat(asked()).as("a part and its own operation share one answer").doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@MethodSource("views")
	void answersAsTheDocumentDescribes(String path) {
		var document = this.bff.anonymous().get("/v3/api-docs").json();
		var template = document.path("paths")
			.propertyStream()
			.filter((each) -> path.matches(each.getKey().replaceAll("\\{\\w+}", "[^/]+")))
			.filter((each) -> each.getKey().startsWith("/api/views/"))
			.findFirst()
			.orElseThrow();
		var operation = new DocumentedOperation(document, template.getKey(), "GET", template.getValue().path("get"));
		for (var person : List.of(People.ADA_ADMIN, People.VIGO_VULNS)) {
			var answer = this.bff.signIn(person).get(path);
			if (answer.status() == 200) {
				assertThat(operation.faults(answer.body())).as(answer.body()).isEmpty();
			}
		}
		assertThat(operation.faults("{\"parts\":{\"alerts\":{\"state\":\"lost\"}}}")).isNotEmpty();
	}

	@ParameterizedTest
	@MethodSource("atOnce")
	void independentPartsAreAskedForAtOnce(String path, int together, int inAll) {
		var ada = ada();
		this.defender.letMeet(together);
		parts(ada.get(path));
		assertThat(this.defender.met()).isTrue();
		assertThat(asked()).hasSize(inAll);
	}

	@ParameterizedTest
	@MethodSource("views")
	void whatIsFreshIsNotAskedForAgain(String path) {
		var ada = ada();
		var cold = parts(ada.get(path));
		var asked = asked();
		var warm = parts(ada.get(path));
		assertThat(asked()).isEqualTo(asked);
		assertThat(warm.findValues("body")).isEqualTo(cold.findValues("body"));
		assertThat(parts(ada.get(path, "Cache-Control", "no-cache")).propertyNames()).isNotEmpty();
		var anew = asked().subList(asked.size(), asked().size());
		assertThat(anew).hasSizeGreaterThanOrEqualTo(cold.findValues("body").size() - 1).isSubsetOf(asked);
	}

	@Test
	void applicationsSeeWhatTheirRolesAllow() {
		var machine = parts(this.bff.nightWatch("Machine.Read.All", "Alert.Read.All").get(MACHINE));
		assertThat(states(machine)).containsExactly("loaded", "loaded", "denied", "denied", "denied", "denied",
				"loaded", "loaded");
		assertThat(machine.at("/people/reasons/0/type").asString()).isEqualTo("ApplicationRoleMissing");
	}

	@Test
	void partThatTheSubjectHasNothingForIsSkipped() {
		var parts = parts(ada().get("/api/views/alerts/" + Alerts.SERVER_ALERT.id()));
		assertThat(parts.path("person").toString())
			.isEqualTo("{\"state\":\"skipped\",\"operation\":\"alerts.user\",\"why\":\"The alert names no account.\"}");
		assertThat(asked()).noneMatch((path) -> path.endsWith("/user"));
	}

	@Test
	void peopleSeeTheirOwn() {
		var dashboard = "/api/views/dashboard?parts=devices";
		var all = parts(ada().get(dashboard)).at("/devices/body/counted").intValue();
		var hers = parts(this.bff.signIn(People.VERA_VIEWER).get(dashboard)).at("/devices/body/counted").intValue();
		assertThat(hers).isPositive().isLessThan(all);
		var hidden = "/api/views/machines/" + Machines.SOUTH_WORKSTATION.id();
		assertThat(ada().get(hidden).status()).isEqualTo(200);
		Problems.assertProblem(this.bff.signIn(People.VERA_VIEWER).get(hidden), 404, "not-found");
	}

	@Test
	void dashboardCountsAndSaysWhetherItCountedAll() {
		var parts = parts(ada().get("/api/views/dashboard"));
		var alerts = parts.path("alerts").path("body");
		var byStatus = alerts.path("by").path("status");
		assertThat(byStatus.propertyNames()).containsExactly("InProgress", "New");
		assertThat(alerts.path("counted").intValue())
			.isEqualTo(byStatus.valueStream().mapToInt(JsonNode::intValue).sum());
		assertThat(alerts.path("complete").booleanValue()).isTrue();
		assertThat(parts.at("/devices/body/by").propertyNames()).containsExactly("healthStatus", "riskScore",
				"exposureLevel");
		this.defender.grow(600);
		var grown = parts(this.bff.signIn(People.RUNE_RESPONDER).get("/api/views/dashboard")).path("devices")
			.path("body");
		assertThat(grown.path("counted").intValue()).isEqualTo(500);
		assertThat(grown.path("complete").booleanValue()).isFalse();
	}

	@Test
	void riskiestMachinesComeFirst() {
		var risks = parts(ada().get("/api/views/dashboard")).at("/exposed_machines/body/value")
			.valueStream()
			.map((machine) -> "None Informational Low Medium High".indexOf(machine.path("riskScore").asString()))
			.toList();
		assertThat(risks).isNotEmpty().hasSizeLessThanOrEqualTo(10).isSortedAccordingTo((one, other) -> other - one);
	}

	@Test
	void partsAreChosenAndTheSubjectAlwaysStays() {
		var ada = ada();
		assertThat(parts(ada.get(MACHINE + "?parts=software,alerts")).propertyNames()).containsExactly("machine",
				"alerts", "software");
		assertThat(asked()).hasSize(3);
		assertThat(parts(ada.get(MACHINE + "?parts=machine")).propertyNames()).containsExactly("machine");
		assertThat(parts(ada.get("/api/views/dashboard?parts=exposure")).propertyNames()).containsExactly("exposure");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?parts=alerts,cats", "?parts=", "?parts=Alerts", "?parts=alerts&parts=people",
			"?part=alerts" })
	void partThatThereIsNotIsRefused(String query) {
		var refused = ada().get(MACHINE + query);
		Problems.assertProblem(refused, 400, "invalid-parameter");
		assertThat(asked()).isEmpty();
	}

	@Test
	void refusalListsThePartsThereAre() {
		assertThat(ada().get(ALERT + "?parts=cats").json().path("detail").asString())
			.isEqualTo("parts must name parts of this view, which are [alert, machine, person, files, domains, ips, "
					+ "investigation]; unknown: [cats].");
	}

	@ParameterizedTest
	@ValueSource(strings = { "machines/nh-ws-n-07.nordhavn.example", "machines/1", "files/abc", "ips/1.2.3",
			"domains/a..b", "vulnerabilities/CVE", "users/a%40b" })
	void whatIsNoNameOfItsKindIsRefused(String path) {
		Problems.assertProblem(ada().get("/api/views/" + path), 400, "invalid-parameter");
	}

	@Test
	void nobodySeesAViewWithoutASession() {
		Problems.assertProblem(this.bff.anonymous().get(MACHINE), 401, "not-signed-in");
	}

	private static List<String> states(JsonNode parts) {
		return parts.valueStream().map((part) -> part.path("state").asString()).toList();
	}

}
