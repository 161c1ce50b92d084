package io.github.defenderbff;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.github.defenderbff.quota.TestQuotas;
import io.github.defenderbff.replicas.RealRedis;
import io.github.sandbox.organisation.Machine;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/** One run at several instances of the service, which share a real Redis. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulkReplicasTests {

	private final RealRedis redis = RealRedis.shared();

	private final ReplicatedBff bff = ReplicatedBff.start();

	@AfterAll
	void end() {
		this.bff.close();
	}

	@BeforeEach
	void reset() {
		this.redis.clear();
		this.bff.sandbox().entra().reset();
		this.bff.sandbox().defender().reset();
		this.bff.sandbox().defender().latency(Duration.ZERO);
		TestQuotas.forget(this.bff.one().context());
		TestQuotas.forget(this.bff.other().context());
	}

	private List<String> north(int count) {
		this.bff.sandbox().defender().grow(count);
		return Machines.furtherNorth(count).stream().map(Machine::id).toList();
	}

	private List<String> isolated() {
		return this.bff.sandbox()
			.defender()
			.requests()
			.stream()
			.filter((request) -> request.method().equals("POST") && request.pathAndQuery().endsWith("/isolate"))
			.map((request) -> request.pathAndQuery().replaceAll(".*/machines/(.*)/isolate", "$1"))
			.toList();
	}

	@Test
	void sameKeyIsTheSameRunAtBoth() {
		var machines = north(10);
		var rune = new BulkClient(this.bff.one().signIn(People.RUNE_RESPONDER));
		var same = new BulkClient(rune.client().at(this.bff.other().address()));
		var key = BulkClient.newKey();
		var answers = Concurrently.run(20,
				(call) -> ((call % 2 == 0) ? rune : same).send("isolate", key, machines).json());
		var ids = answers.stream().map((answer) -> answer.path("id").asString()).distinct().toList();
		assertThat(ids).hasSize(1).doesNotContain("");
		assertThat(BulkClient.count(same.ended(ids.getFirst()), "sent")).isEqualTo(10);
		assertThat(isolated()).hasSize(10).doesNotHaveDuplicates();
	}

	@Test
	void allowanceIsOneForBoth() {
		var machines = north(150);
		var rune = new BulkClient(this.bff.one().signIn(People.RUNE_RESPONDER));
		var same = new BulkClient(rune.client().at(this.bff.other().address()));
		var run = rune.send("isolate", BulkClient.newKey(), machines.subList(0, 60)).json().path("id").asString();
		var preview = same.client()
			.post("/api/bulk/machines/isolate?dryRun=true", BulkClient.body(machines.subList(60, 100), ""));
		assertThat(preview.json().path("allowance").path("left").asInt()).isEqualTo(140);
		rune.client().post("/logout", "", "Accept", "application/json");
		var again = new BulkClient(this.bff.other().signIn(People.RUNE_RESPONDER));
		assertThat(BulkClient.count(again.ended(run), "not-sent")).isPositive();
	}

	@Test
	void nothingInRedisTellsWhatIsDoneToWhichDevice() {
		var rune = new BulkClient(this.bff.one().signIn(People.RUNE_RESPONDER));
		var key = BulkClient.newKey();
		var run = rune.send("isolate", key, List.of(Machines.SERVER.id())).json().path("id").asString();
		rune.ended(run);
		var contents = this.redis.contents();
		assertThat(contents).anyMatch((text) -> text.startsWith("bff:bulkrun:"));
		assertThat(Set.of(key, run, Machines.SERVER.id(), "INC-4711", "isolate", People.RUNE_RESPONDER.objectId()))
			.allSatisfy((secret) -> assertThat(contents).noneMatch((text) -> text.contains(secret)));
	}

	@Test
	void runOfOneThatWasKilledIsContinuedByAnotherAndNothingIsSentTwice() throws IOException {
		var machines = north(24);
		this.bff.sandbox().defender().latency(Duration.ofMillis(300));
		var key = BulkClient.newKey();
		try (var mortal = this.bff.startAnother()) {
			var rune = new BulkClient(mortal.signIn(People.RUNE_RESPONDER));
			var id = rune.send("isolate", key, machines).json().path("id").asString();
			rune.with(id, "sent", 5);
			mortal.kill();
			var same = new BulkClient(rune.client().at(this.bff.one().address()));
			assertThat(same.run(id).path("state").asString()).as("nobody knows yet").isEqualTo("running");
			var broken = same.ended(id);
			assertThat(broken.path("stopped").path("why").asString()).isEqualTo("interrupted");
			var unknown = BulkClient.count(broken, "unknown");
			assertThat(unknown).isBetween(1, 4);
			assertThat(BulkClient.count(broken, "not-sent")).isPositive();
			assertThat(same.send("isolate", key, machines).json().path("state").asString()).isEqualTo("running");
			var run = same.ended(id);
			assertThat(BulkClient.count(run, "sent")).isEqualTo(24 - unknown);
			assertThat(BulkClient.count(run, "unknown")).isEqualTo(unknown);
			assertThat(isolated()).hasSizeGreaterThanOrEqualTo(24 - unknown).doesNotHaveDuplicates();
		}
	}

}
