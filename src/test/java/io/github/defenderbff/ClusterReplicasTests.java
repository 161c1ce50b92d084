package io.github.defenderbff;

import java.time.Duration;

import io.github.defenderbff.replicas.RealCluster;
import io.github.sandbox.organisation.Alerts;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/** Two instances of the service, which share a real Redis Cluster. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterReplicasTests {

	private static final String COMMENT = "{\"Comment\":\"suspicious sign-ins\",\"IsolationType\":\"Full\"}";

	private static final String MACHINE = "/api/machines/" + Machines.SERVER.id();

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final RealCluster cluster = RealCluster.shared();

	private final ReplicatedBff bff = ReplicatedBff.start(this.cluster.url());

	@AfterAll
	void end() {
		this.bff.close();
	}

	@BeforeEach
	void reset() {
		this.cluster.start();
		Awaitility.await().atMost(MINUTE).until(() -> isReady(this.bff.one()) && isReady(this.bff.other()));
		this.bff.sandbox().entra().reset();
		this.bff.sandbox().defender().reset();
	}

	private static boolean isReady(Bff bff) {
		var health = new Client(bff.management()).get("/actuator/health");
		return new Client(bff.management()).get("/actuator/health/readiness").status() == 200
				&& health.json().at("/components/replicas/status").asString("").equals("UP");
	}

	private Client atTheOther(Client client) {
		return client.at(this.bff.other().address());
	}

	private static boolean isHit(Client client) {
		return client.get(MACHINE).header("Cache-Status").startsWith("defender-bff; hit");
	}

	/** Signs in until a session is where the master is that has a copy. */
	private Client signInAtHome() {
		var before = this.cluster.countAtHome("bff:session:*");
		while (true) {
			var rune = this.bff.one().signIn(People.RUNE_RESPONDER);
			if (this.cluster.countAtHome("bff:session:*") > before) {
				return rune;
			}
		}
	}

	@Test
	void sessionOfOneIsASessionOfTheOther() {
		var rune = this.bff.one().signIn(People.RUNE_RESPONDER);
		assertThat(atTheOther(rune).get(MACHINE).status()).isEqualTo(200);
		assertThat(atTheOther(rune).post("/logout", "", "Accept", "application/json").status()).isEqualTo(200);
		Problems.assertProblem(rune.get(MACHINE), 401, "not-signed-in");
	}

	@Test
	void oneAnswersWithWhatTheOtherWasToldUntilItChanges() {
		var rune = this.bff.one().signIn(People.RUNE_RESPONDER);
		rune.get(MACHINE);
		Awaitility.await().atMost(MINUTE).until(() -> isHit(atTheOther(rune)));
		assertThat(rune.post(MACHINE + "/isolate", COMMENT).status()).isEqualTo(201);
		Awaitility.await().atMost(MINUTE).until(() -> !isHit(atTheOther(rune)));
	}

	@Test
	void callsThroughOneCountAtTheOther() {
		this.bff.one().signIn(People.RUNE_RESPONDER).get("/api/alerts/" + Alerts.NORTH_ALERT.id() + "/files");
		var quota = this.bff.other().signIn(People.ADA_ADMIN).get("/api/quota").json();
		assertThat(quota.path("operations").valueStream())
			.filteredOn((operation) -> operation.path("operation").asString().equals("alerts.files"))
			.singleElement()
			.satisfies((files) -> assertThat(files.at("/windows/0/used").intValue(0)).isPositive());
	}

	@Test
	void sessionOutlivesItsMaster() {
		var rune = signInAtHome();
		this.cluster.stopHome();
		Awaitility.await().atMost(MINUTE).until(() -> !isReady(this.bff.one()) && !isReady(this.bff.other()));
		Awaitility.await().atMost(MINUTE).until(() -> isReady(this.bff.one()) && isReady(this.bff.other()));
		assertThat(rune.get(MACHINE).status()).isEqualTo(200);
		assertThat(atTheOther(rune).get(MACHINE).status()).isEqualTo(200);
		assertThat(rune.post(MACHINE + "/isolate", COMMENT).status()).isEqualTo(201);
	}

}
