package io.github.defenderbff;

import java.time.Duration;

import io.github.defenderbff.quota.TestQuotas;
import io.github.defenderbff.replicas.RealRedis;
import io.github.sandbox.organisation.Alerts;
import io.github.sandbox.organisation.People;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Streams at two instances of the service, whose heartbeats are too far apart to help.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveReplicasTests {

	private final RealRedis redis = RealRedis.shared();

	private final ReplicatedBff bff = start(this.redis);

	private static ReplicatedBff start(RealRedis redis) {
		redis.start();
		return ReplicatedBff.start(redis.uri().toString(), "--live.heartbeat=1h", "--live.alert-interval=1h");
	}

	@AfterAll
	void end() {
		this.bff.close();
	}

	@BeforeEach
	void reset() {
		this.redis.start();
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> isReady(this.bff.one()) && isReady(this.bff.other()));
		this.bff.sandbox().entra().reset();
		this.bff.sandbox().defender().reset();
		TestQuotas.forget(this.bff.one().context());
		TestQuotas.forget(this.bff.other().context());
	}

	private static boolean isReady(Bff bff) {
		return new Client(bff.management()).get("/actuator/health/readiness").status() == 200;
	}

	private static void comment(Client client, String comment) {
		var answer = client.send("PATCH", "/api/alerts/" + Alerts.SERVER_ALERT.id(),
				"{\"comment\":\"" + comment + "\"}", "X-XSRF-TOKEN", client.csrfToken());
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
	}

	@Test
	void signOutAtOneEndsTheStreamAtTheOther() {
		var rune = this.bff.one().signIn(People.RUNE_RESPONDER);
		var same = rune.at(this.bff.other().address());
		try (var stream = EventStream.open(same, "/api/live/permissions")) {
			rune.post("/logout", "", "Accept", "application/json");
			stream.next("session");
			assertThat(stream.next("end").text("/reason")).isEqualTo("session-ended");
			stream.isClosed();
		}
	}

	@Test
	void streamBrokenOffAtOneIsResumedAtTheOther() {
		var rune = this.bff.one().signIn(People.RUNE_RESPONDER);
		var stream = EventStream.open(rune, "/api/live/alerts");
		Awaitility.await().until(() -> !stream.lastEventId().isEmpty());
		stream.close();
		comment(rune, "while nobody looked");
		var same = rune.at(this.bff.other().address());
		try (var resumed = EventStream.open(same, "/api/live/alerts", "Last-Event-ID", stream.lastEventId())) {
			assertThat(resumed.next("alert").text("/id")).isEqualTo(Alerts.SERVER_ALERT.id());
		}
	}

	@Test
	void changeMadeAtOneIsToldAtTheOther() {
		var rune = this.bff.one().signIn(People.RUNE_RESPONDER);
		var same = rune.at(this.bff.other().address());
		try (var stream = EventStream.open(same, "/api/live/alerts")) {
			comment(rune, "through the first");
			assertThat(stream.next("alert").text("/id")).isEqualTo(Alerts.SERVER_ALERT.id());
		}
	}

}
