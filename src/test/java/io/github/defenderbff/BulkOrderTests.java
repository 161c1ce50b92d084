package io.github.defenderbff;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.sandbox.defender.DefenderLookAlike;
import io.github.sandbox.organisation.Machine;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which orders for many devices are taken, and what they would meet. */
@OnSandbox
class BulkOrderTests {

	private static final String SERVER = Machines.SERVER.id();

	private static final String NORTH = Machines.NORTH_WORKSTATION.id();

	private static final String EXECUTIVE = Machines.EXECUTIVE_LAPTOP.id();

	private final Bff bff;

	private final DefenderLookAlike defender;

	BulkOrderTests(Bff bff) {
		this.bff = bff;
		this.defender = bff.sandbox().defender();
	}

	private BulkClient rune(String... scopes) {
		return new BulkClient(this.bff.signIn(People.RUNE_RESPONDER).consent(scopes));
	}

	/** The orders that reached Defender for a device. */
	private long received(String machine, String verb) {
		return BulkClient.received(this.defender, machine, verb);
	}

	@Test
	void sameKeyIsTheSameRun() {
		var rune = rune("Machine.RestrictExecution");
		var key = BulkClient.newKey();
		var ids = Concurrently.run(8,
				(_) -> rune.send("restrictCodeExecution", key, List.of(NORTH)).json().path("id").asString());
		assertThat(ids).doesNotContain("").containsOnly(ids.getFirst());
		rune.ended(ids.getFirst());
		var again = rune.send("restrictCodeExecution", '"' + key + '"', List.of(NORTH.toUpperCase(Locale.ROOT)));
		assertThat(again.status()).isEqualTo(202);
		assertThat(BulkClient.outcomes(again.json())).isEqualTo(Map.of(NORTH, "sent"));
		assertThat(received(NORTH, "restrictCodeExecution")).isEqualTo(1);
	}

	@Test
	void sameKeyWithAnotherOrderIsRefused() {
		var rune = rune();
		var key = BulkClient.newKey();
		rune.ended(rune.send("isolate", key, List.of(NORTH)).json().path("id").asString());
		Problems.assertProblem(rune.send("isolate", key, List.of(SERVER)), 422, "idempotency-key-reused");
		Problems.assertProblem(rune.send("unisolate", key, List.of(NORTH)), 422, "idempotency-key-reused");
		var ada = new BulkClient(this.bff.signIn(People.ADA_ADMIN));
		var adas = ada.send("isolate", key, List.of(SERVER));
		assertThat(adas.status()).as("keys belong to the person").isEqualTo(202);
		ada.ended(adas.json().path("id").asString());
	}

	@Test
	void keyIsMandatoryUnlessNothingIsDone() {
		var rune = rune();
		var body = BulkClient.body(List.of(NORTH), "");
		Problems.assertProblem(rune.client().post("/api/bulk/machines/isolate", body), 400, "idempotency-key-required");
		Problems.assertProblem(rune.send("isolate", "short", body), 400, "idempotency-key-required");
		assertThat(received(NORTH, "isolate")).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			isolate; {"machines":["ID"]}; #/comment
			isolate; {"machines":["ID"],"comment":" "}; #/comment
			isolate; {"machines":[],"comment":"why"}; #/machines
			isolate; {"machines":["nh-srv-02.nordhavn.example"],"comment":"why"}; #/machines/0
			isolate; {"machines":["ID","ID"],"comment":"why"}; #/machines/1
			isolate; {"machines":["ID"],"comment":"why","IsolationType":"Half"}; #/IsolationType
			isolate; {"machines":["ID"],"comment":"why","ScanType":"Full"}; #/ScanType
			isolate; {"machines":["ID"],"comment":"why","Comment":"why"}; #/Comment
			runAntiVirusScan; {"machines":["ID"],"comment":"why"}; #/ScanType
			tag; {"machines":["ID"],"comment":"why","Action":"Add"}; #/Value
			""")
	void orderThatMakesNoSenseIsRefusedAsAWhole(String operation, String body, String pointer) {
		var answer = rune().send(operation, BulkClient.newKey(), body.replace("ID", NORTH));
		Problems.assertProblem(answer, 400, "invalid-body");
		assertThat(answer.json().path("errors").path(0).path("pointer").asString()).isEqualTo(pointer);
	}

	@Test
	void onlyOrdersThatHarmLittleAreTaken() {
		var rune = rune();
		for (var operation : List.of("offboard", "stopAndQuarantineFile", "Isolate", "update")) {
			Problems.assertProblem(rune.send(operation, BulkClient.newKey(), List.of(NORTH)), 400, "invalid-parameter");
		}
		var tooMany = IntStream.range(0, 101).mapToObj("%040d"::formatted).toList();
		Problems.assertProblem(rune.send("isolate", BulkClient.newKey(), tooMany), 400, "invalid-body");
	}

	@Test
	void dryRunSendsNothingAndTellsWhatWouldBeMet() {
		var rune = rune();
		rune.client().post("/api/machines/" + SERVER + "/isolate", "{\"Comment\":\"first\"}");
		var preview = rune.client()
			.post("/api/bulk/machines/isolate?dryRun=true", BulkClient.body(List.of(SERVER, EXECUTIVE), ""));
		assertThat(preview.status()).as(preview.body()).isEqualTo(200);
		var machines = preview.json().path("machines");
		assertThat(machines.path(0).path("decision").asString()).isEqualTo("permit");
		assertThat(machines.path(0).path("device").path("health_status").asString()).isEqualTo("Active");
		assertThat(machines.path(0).path("pending_actions").path(0).path("type").asString()).isEqualTo("Isolate");
		assertThat(machines.path(1).path("decision").asString()).isEqualTo("deny");
		var checked = rune.client()
			.post("/api/me/permissions/check",
					"{\"checks\":[{\"operation\":\"machines.isolate\",\"machine\":\"%s\"}]}".formatted(EXECUTIVE))
			.json();
		assertThat(machines.path(1).path("reasons").path(0).path("type"))
			.isEqualTo(checked.path("results").path(0).path("reasons").path(0).path("type"));
		assertThat(machines.path(1).path("device").isMissingNode()).isTrue();
		var allowance = preview.json().path("allowance");
		assertThat(allowance.path("per_hour").asInt()).isEqualTo(200);
		assertThat(allowance.path("left_afterwards").asInt()).isEqualTo(allowance.path("left").asInt() - 2);
		assertThat(received(SERVER, "isolate")).isEqualTo(1);
	}

	@Test
	void dryRunOfManyDevicesAsksForThemTogether() {
		var machines = BulkClient.north(this.defender, 60);
		var vera = this.bff.signIn(People.RUNE_RESPONDER);
		var before = this.defender.requests().size();
		var preview = vera
			.post("/api/bulk/machines/runAntiVirusScan?dryRun=true",
					BulkClient.body(machines, ",\"ScanType\":\"Quick\""))
			.json();
		assertThat(preview.path("machines").valueStream().map((each) -> each.path("decision").asString())).hasSize(60)
			.containsOnly("permit");
		assertThat(preview.path("machines").valueStream().map((each) -> each.path("device").path("health_status")))
			.noneMatch((status) -> status.isMissingNode());
		assertThat(this.defender.requests().size() - before).isLessThanOrEqualTo(4);
	}

}
