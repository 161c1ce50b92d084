package io.github.defenderbff;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.sandbox.defender.DefenderLookAlike;
import io.github.sandbox.defender.Fault;
import io.github.sandbox.organisation.Machine;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The same done to many devices, once each. */
@OnSandbox
class BulkTests {

	private static final String SERVER = Machines.SERVER.id();

	private static final String NORTH = Machines.NORTH_WORKSTATION.id();

	private static final String EXECUTIVE = Machines.EXECUTIVE_LAPTOP.id();

	private final Bff bff;

	private final DefenderLookAlike defender;

	private final AuditCapture audit = new AuditCapture();

	BulkTests(Bff bff) {
		this.bff = bff;
		this.defender = bff.sandbox().defender();
	}

	@AfterEach
	void close() {
		this.audit.close();
		this.defender.latency(Duration.ZERO);
	}

	private BulkClient rune(String... scopes) {
		return new BulkClient(this.bff.signIn(People.RUNE_RESPONDER).consent(scopes));
	}

	/** The orders that reached Defender for a device. */
	private long received(String machine, String verb) {
		return BulkClient.received(this.defender, machine, verb);
	}

	private List<String> north(int count) {
		return BulkClient.north(this.defender, count);
	}

	@Test
	void eachDeviceHasItsOwnDecisionAndOutcome() {
		var rune = rune();
		var machines = List.of(SERVER, NORTH, EXECUTIVE);
		var accepted = rune.send("isolate", BulkClient.newKey(),
				BulkClient.body(machines, ",\"IsolationType\":\"Selective\""));
		assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
		var id = accepted.json().path("id").asString();
		assertThat(accepted.header("Location")).isEqualTo("/api/bulk/runs/" + id);
		var run = rune.ended(id);
		assertThat(BulkClient.outcomes(run)).isEqualTo(Map.of(SERVER, "sent", NORTH, "sent", EXECUTIVE, "refused"));
		assertThat(BulkClient.text(BulkClient.step(run, SERVER).path("action"), "id")).startsWith("ac000000-");
		assertThat(BulkClient.text(BulkClient.step(run, SERVER).path("action"), "status")).isEqualTo("Pending");
		var refusal = BulkClient.step(run, EXECUTIVE).path("problem");
		assertThat(BulkClient.text(refusal, "type")).isEqualTo("urn:defender-bff:problem:permission-denied");
		assertThat(refusal.path("reasons").path(0).path("type").asString()).isEqualTo("DeviceNotExposed");
		assertThat(Stream.of(SERVER, NORTH, EXECUTIVE).map((machine) -> received(machine, "isolate")))
			.containsExactly(1L, 1L, 0L);
	}

	@Test
	void runAsksForManyDevicesTogether() {
		var machines = north(12);
		var rune = rune();
		var run = rune.ended(rune.send("unisolate", BulkClient.newKey(), machines).json().path("id").asString());
		assertThat(BulkClient.count(run, "sent")).isEqualTo(12);
		assertThat(this.defender.requests().stream().filter((request) -> request.method().equals("GET"))).hasSize(1);
	}

	@Test
	void tagsArePutOnAndTakenOff() {
		var ada = new BulkClient(this.bff.signIn(People.ADA_ADMIN).consent("Machine.ReadWrite"));
		var body = BulkClient.body(List.of(NORTH, EXECUTIVE), ",\"Value\":\"seized\",\"Action\":\"Add\"");
		var run = ada.ended(ada.send("tag", BulkClient.newKey(), body).json().path("id").asString());
		assertThat(BulkClient.outcomes(run)).isEqualTo(Map.of(NORTH, "sent", EXECUTIVE, "sent"));
		assertThat(BulkClient.step(run, NORTH).path("action").isMissingNode()).isTrue();
		assertThat(ada.client().get("/api/machines/" + NORTH).json().path("machineTags").toString()).contains("seized");
	}

	@Test
	void whatMayHaveBeenDoneIsUnknownAndNeverSentAgain() {
		var rune = rune();
		rune.client().get("/api/machines/" + NORTH);
		this.defender.failNext(new Fault.ConnectionDropped());
		var key = BulkClient.newKey();
		var run = rune.ended(rune.send("isolate", key, List.of(NORTH)).json().path("id").asString());
		assertThat(BulkClient.outcomes(run)).isEqualTo(Map.of(NORTH, "unknown"));
		assertThat(BulkClient.text(BulkClient.step(run, NORTH).path("problem"), "detail")).contains("may or may not");
		assertThat(BulkClient.outcomes(rune.send("isolate", key, List.of(NORTH)).json()))
			.isEqualTo(Map.of(NORTH, "unknown"));
		assertThat(received(NORTH, "isolate")).isEqualTo(1);
	}

	@Test
	void whatDefenderRejectsHasFailed() {
		var rune = rune("Machine.RestrictExecution");
		var run = rune
			.ended(rune.send("restrictCodeExecution", BulkClient.newKey(), List.of(Machines.LINUX_SERVER.id(), NORTH))
				.json()
				.path("id")
				.asString());
		assertThat(BulkClient.outcomes(run)).isEqualTo(Map.of(Machines.LINUX_SERVER.id(), "failed", NORTH, "sent"));
		assertThat(BulkClient.text(BulkClient.step(run, Machines.LINUX_SERVER.id()).path("problem"), "type"))
			.isEqualTo("urn:defender-bff:problem:upstream-rejected-request");
	}

	@Test
	void pausesThatDefenderAsksForAreWaitedFor() {
		var rune = rune();
		rune.client().get("/api/machines/" + NORTH);
		this.defender.failNext(Fault.throttled(Duration.ofSeconds(1)));
		var run = rune.ended(rune.send("collectInvestigationPackage", BulkClient.newKey(), List.of(NORTH))
			.json()
			.path("id")
			.asString());
		assertThat(BulkClient.outcomes(run)).isEqualTo(Map.of(NORTH, "sent"));
		assertThat(received(NORTH, "collectInvestigationPackage")).as("the first was turned away").isEqualTo(2);
	}

	@Test
	void runEndsWithItsSessionAndIsContinuedInAnother() {
		var machines = north(40);
		var rune = rune();
		var key = BulkClient.newKey();
		this.defender.latency(Duration.ofMillis(150));
		var id = rune.send("isolate", key, machines).json().path("id").asString();
		var other = rune();
		rune.with(id, "sent", 3);
		rune.client().post("/logout", "", "Accept", "application/json");
		var left = other.ended(id);
		assertThat(BulkClient.count(left, "not-sent")).isPositive();
		assertThat(BulkClient.count(left, "sent") + BulkClient.count(left, "not-sent")).isEqualTo(40);
		assertThat(left.path("stopped").path("why").asString()).isEqualTo("session-ended");
		var continued = other.send("isolate", key, machines);
		assertThat(continued.json().path("state").asString()).isEqualTo("running");
		assertThat(BulkClient.count(other.ended(id), "sent")).isEqualTo(40);
		assertThat(machines).allSatisfy((machine) -> assertThat(received(machine, "isolate")).isEqualTo(1));
	}

	@Test
	void runIsThePersonsInAnyOfTheirSessions() {
		var rune = rune();
		var id = rune.send("isolate", BulkClient.newKey(), List.of(NORTH)).json().path("id").asString();
		assertThat(rune().ended(id).path("id").asString()).isEqualTo(id);
		var ada = this.bff.signIn(People.ADA_ADMIN);
		Problems.assertProblem(ada.get("/api/bulk/runs/" + id), 404, "not-found");
		Problems.assertProblem(ada.get("/api/bulk/runs/" + id + "/events", "Accept", "text/event-stream"), 404,
				"not-found");
		Problems.assertProblem(this.bff.anonymous().get("/api/bulk/runs/" + id), 401, "not-signed-in");
	}

	@Test
	void eventsTellEachDeviceUntilTheEnd() {
		var rune = rune();
		this.defender.latency(Duration.ofMillis(700));
		var id = rune.send("isolate", BulkClient.newKey(), List.of(NORTH, SERVER)).json().path("id").asString();
		var stream = rune.client().get("/api/bulk/runs/" + id + "/events", "Accept", "text/event-stream");
		assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
		var events = Stream.of(stream.body().split("\n")).filter((line) -> line.startsWith("event: ")).toList();
		assertThat(events).startsWith("event: run").endsWith("event: end").contains("event: machine");
		assertThat(stream.body()).contains("\"outcome\":\"sent\"");
		assertThat(stream.body().substring(stream.body().lastIndexOf("data: "))).contains("\"state\":\"ended\"");
	}

	@Test
	void auditHasTheRunAndEachCallAndNoComment() {
		var rune = rune();
		var id = rune.send("isolate", BulkClient.newKey(), List.of(NORTH, SERVER)).json().path("id").asString();
		rune.ended(id);
		var entry = this.audit.only("bulk-run");
		assertThat(AuditCapture.text(entry, "/defender/run_id")).isEqualTo(id);
		assertThat(AuditCapture.text(entry, "/defender/operation")).isEqualTo("machines.isolate");
		assertThat(entry.at("/defender/target_count").asInt()).isEqualTo(2);
		assertThat(AuditCapture.text(entry, "/user/id")).isEqualTo(People.RUNE_RESPONDER.objectId());
		var trace = AuditCapture.text(entry, "/trace/id");
		assertThat(rune.run(id).path("correlation_id").asString()).isEqualTo(trace);
		assertThat(this.audit.entries()
			.stream()
			.filter((each) -> AuditCapture.text(each, "/trace/id").equals(trace))
			.map((each) -> AuditCapture.text(each, "/event/action")))
			.containsExactlyInAnyOrder("bulk-run", "intent", "intent", "outcome", "outcome");
		assertThat(this.audit.entries()).as("whence each came")
			.allSatisfy((each) -> assertThat(AuditCapture.text(each, "/client/ip")).isEqualTo("127.0.0.1"));
		assertThat(this.audit.lines()).noneMatch((line) -> line.contains("INC-4711"));
	}

	@Test
	void nothingIsSentThatCannotBeWrittenToTheAudit() {
		var rune = rune();
		this.audit.fill();
		Problems.assertProblem(rune.send("isolate", BulkClient.newKey(), List.of(NORTH)), 503, "audit-unavailable");
		assertThat(received(NORTH, "isolate")).isZero();
	}

	/** What a run may change is set aside while it waits for quota. */
	@Test
	void personChangesNoMoreThanTwoHundredDevicesInAnHour() {
		var machines = north(201);
		var olga = new BulkClient(this.bff.signIn(People.OLGA_OVERAGE));
		var runs = Stream.of(machines.subList(0, 100), machines.subList(100, 200))
			.map((hundred) -> olga.send("isolate", BulkClient.newKey(), hundred).json().path("id").asString())
			.toList();
		var refused = olga.send("isolate", BulkClient.newKey(), machines.subList(200, 201));
		Problems.assertProblem(refused, 429, "bulk-limit-reached");
		assertThat(refused.json().path("per_hour").asInt()).isEqualTo(200);
		assertThat(refused.json().path("left").asInt(-1)).isZero();
		assertThat(Integer.parseInt(refused.header("Retry-After"))).isGreaterThan(3000);
		olga.client().post("/logout", "", "Accept", "application/json");
		var again = new BulkClient(this.bff.signIn(People.OLGA_OVERAGE));
		assertThat(runs).allSatisfy((run) -> assertThat(BulkClient.count(again.ended(run), "not-sent")).isPositive());
	}

	@Test
	void applicationsMayDoItToo() {
		var watch = this.bff.daemon("Machine.Isolate", "Machine.Read.All");
		var accepted = watch.send("POST", "/api/bulk/machines/isolate", BulkClient.body(List.of(EXECUTIVE), ""),
				"Idempotency-Key", BulkClient.newKey());
		assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
		var path = accepted.header("Location");
		Awaitility.await().until(() -> watch.get(path).json().path("counts").path("sent").asInt(0) == 1);
		Problems.assertProblem(rune().client().get(path), 404, "not-found");
	}

}
