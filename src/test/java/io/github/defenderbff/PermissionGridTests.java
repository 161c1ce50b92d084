package io.github.defenderbff;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.defenderbff.Client.Answer;
import io.github.sandbox.defender.DefenderLookAlike;
import io.github.sandbox.defender.Fault;
import io.github.sandbox.organisation.DeviceGroup;
import io.github.sandbox.organisation.Machine;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people are told they may do, before they try: for a grid, for a machine, in
 * general.
 */
@OnSandbox
class PermissionGridTests {

	private static final String CHECK = "/api/me/permissions/check";

	private static final String PERMISSIONS = "/api/me/permissions";

	private static final String NOBODYS = "00000000000000000000000000000000deadbeef";

	private final Bff bff;

	private final DefenderLookAlike defender;

	PermissionGridTests(Bff bff) {
		this.bff = bff;
		this.defender = bff.sandbox().defender();
	}

	private static String grid(Stream<String> machines, String... operations) {
		return machines
			.flatMap((machine) -> Stream.of(operations)
				.map((operation) -> "{\"operation\":\"%s\",\"machine\":\"%s\"}".formatted(operation, machine)))
			.collect(Collectors.joining(",", "{\"checks\":[", "]}"));
	}

	private static Stream<String> pairs(Answer answer) {
		return answer.json()
			.path("results")
			.valueStream()
			.map((result) -> result.path("operation").asString() + " " + result.path("machine").asString() + " "
					+ result.path("decision").asString());
	}

	@Test
	void answersFiveHundredPairsInTheirOrderWithOneReadOfDefender() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.defender.grow(200);
		var machines = Stream.concat(new Organisation().machines().stream(), Machines.furtherNorth(85).stream());
		var ids = machines.map(Machine::id).limit(125).toList();
		var operations = new String[] { "machines.isolate", "machines.get", "machines.offboard", "alerts.list" };
		var grid = grid(ids.stream(), operations);
		var answer = rune.post(CHECK, grid);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
		assertThat(answer.json().path("results").size()).isEqualTo(500);
		assertThat(pairs(answer).toList()).startsWith("machines.isolate " + ids.getFirst() + " deny")
			.element(2)
			.isEqualTo("machines.offboard " + ids.getFirst() + " deny");
		assertThat(this.defender.requests()).singleElement()
			.satisfies((request) -> assertThat(request.pathAndQuery()).startsWith("/api/machines?"));
		assertThat(rune.post(CHECK, grid).body()).isEqualTo(answer.body());
		assertThat(this.defender.requests()).hasSize(1);
	}

	@Test
	void tellsEachDevicesGroup() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var ids = new Organisation().machines().stream().map(Machine::id);
		var answers = pairs(rune.post(CHECK, grid(ids, "machines.isolate"))).toList();
		for (var machine : new Organisation().machines()) {
			var exposed = !machine.group().equals(DeviceGroup.EXECUTIVES);
			assertThat(answers).contains("machines.isolate " + machine.id() + (exposed ? " permit" : " deny"));
		}
	}

	@Test
	void findsDevicesByTheirNamesToo() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var names = Stream.of(Machines.SERVER, Machines.EXECUTIVE_LAPTOP, Machines.NORTH_WORKSTATION,
				Machines.SOUTH_WORKSTATION, Machines.UNGROUPED_DEVICE);
		assertThat(pairs(rune.post(CHECK, grid(names.map(Machine::computerDnsName), "machines.isolate"))))
			.map((pair) -> pair.substring(pair.lastIndexOf(' ') + 1))
			.containsExactly("permit", "deny", "permit", "permit", "permit");
	}

	@Test
	void tellsAHiddenMachineAndOneThatIsNotThereAlike() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var hidden = rune.post(CHECK, grid(Stream.of(Machines.EXECUTIVE_LAPTOP.id()), "machines.isolate")).body();
		var absent = rune.post(CHECK, grid(Stream.of(NOBODYS), "machines.isolate")).body();
		var times = "\"as_of\":\"[^\"]*\"";
		assertThat(hidden.replace(Machines.EXECUTIVE_LAPTOP.id(), NOBODYS).replaceAll(times, ""))
			.isEqualTo(absent.replaceAll(times, ""))
			.contains("DeviceNotExposed");
	}

	@Test
	void sparesDefenderWhereScopeOrRoleAlreadyDecide() {
		var nils = this.bff.signIn(People.NILS_NOBODY);
		var ids = new Organisation().machines().stream().map(Machine::id);
		assertThat(pairs(nils.post(CHECK, grid(ids, "machines.isolate")))).allMatch((pair) -> pair.endsWith(" deny"));
		assertThat(this.defender.requests()).isEmpty();
	}

	@Test
	void answersWithWhatIsUnknownWhenDefenderIsAway() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.defender.failNext(Fault.status(500, "InternalServerError"));
		var answer = rune.post(CHECK, grid(Stream.of(Machines.SERVER.id()), "machines.isolate", "machines.list"));
		assertThat(pairs(answer)).map((pair) -> pair.substring(pair.lastIndexOf(' ') + 1))
			.containsExactly("unproven", "permit");
		assertThat(answer.body()).contains("\"part\":\"exposure\"", "Defender failed");
	}

	@Test
	void takesAPairWithoutAMachine() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var answer = rune.post(CHECK, "{\"checks\":[{\"operation\":\"machines.isolate\"}]}");
		assertThat(answer.body())
			.isEqualTo("{\"results\":[{\"operation\":\"machines.isolate\",\"decision\":\"permit\",\"per_device\":true,"
					+ "\"parts\":{\"grant\":\"satisfied\",\"privileges\":\"satisfied\",\"exposure\":\"not_asked\"},"
					+ "\"reasons\":[]}]}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{}                                                       | invalid-body      | #/checks
			{"checks":[]}                                            | invalid-body      | #/checks
			{"checks":[null]}                                        | invalid-body      | #/checks/0
			{"checks":[{"machine":"nh-srv-02.nordhavn.example"}]}    | invalid-body      | #/checks/0/operation
			{"checks":[{"operation":"machines.fly"}]}                | invalid-body      | #/checks/0/operation
			{"checks":[{"operation":"machines.get","machine":"x"}]}  | invalid-body      | #/checks/0/machine
			{"checks":[{"operation":"machines.get","device":"x"}]}   | invalid-body      | #/checks/0/device
			{"checks":[{"operation":["machines.get"]}]}              | invalid-body      | #/checks/0/operation
			{"check":[]}                                             | invalid-body      | #/check
			{"checks":"all"}                                         | invalid-body      | #/checks
			{"checks":[                                              | malformed-request |
			[]                                                       | malformed-request |
			{"checks":[]} {}                                         | malformed-request |
			""")
	void refusesAGridThatIsWrongAndSaysWhere(String body, String type, String pointer) {
		var answer = this.bff.signIn(People.RUNE_RESPONDER).post(CHECK, body);
		Problems.assertProblem(answer, 400, type);
		if (pointer != null) {
			assertThat(answer.json().path("errors").valueStream().map((error) -> error.path("pointer").asString()))
				.containsExactly(pointer);
		}
	}

	@Test
	void refusesMoreThanFiveHundredPairsAndBodiesThatNobodyNeeds() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var machine = Machines.SERVER.id();
		var tooMany = grid(Stream.generate(() -> machine).limit(501), "machines.get");
		Problems.assertProblem(rune.post(CHECK, tooMany), 400, "invalid-body");
		Problems.assertProblem(rune.post(CHECK, " ".repeat(300_000) + "{}"), 413, "body-too-large");
		assertThat(this.defender.requests()).isEmpty();
	}

	@Test
	void needsTheCsrfTokenAndASession() {
		var grid = grid(Stream.of(Machines.SERVER.id()), "machines.get");
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		Problems.assertProblem(rune.send("POST", CHECK, grid), 403, "csrf-token-invalid");
		Problems.assertProblem(this.bff.anonymous().post(CHECK, grid), 401, "not-signed-in");
	}

	@Test
	void isToldOnceAndThenOnlyThatNothingChanged() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var first = rune.get(PERMISSIONS);
		assertThat(first.header("Cache-Control")).isEqualTo("no-cache, private");
		var again = rune.get(PERMISSIONS, "If-None-Match", first.header("ETag"));
		assertThat(again.status()).isEqualTo(304);
		assertThat(again.body()).isEmpty();
		rune.consent("Ti.ReadWrite");
		var wider = rune.get(PERMISSIONS, "If-None-Match", first.header("ETag"));
		assertThat(wider.status()).isEqualTo(200);
		assertThat(wider.header("ETag")).isNotEqualTo(first.header("ETag"));
	}

	@Test
	void isShort() {
		assertThat(this.bff.signIn(People.ADA_ADMIN).get(PERMISSIONS).body().length()).isLessThan(30_000);
	}

}
