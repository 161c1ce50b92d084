package io.github.defenderbff;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.github.defenderbff.quota.TestQuotas;
import io.github.defenderbff.replicas.RealRedis;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/** One session at two instances of the service, which share a real Redis. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionReplicasTests {

	private static final String MACHINE = "/api/machines/" + Machines.SERVER.id();

	private static final Duration LONG = Duration.ofSeconds(30);

	/** So short that it has to be renewed before it is used. */
	private static final Duration SHORT = Duration.ofSeconds(1);

	/** Each is asked of Defender, and none so often that it is more than one's share. */
	private static final List<String> LISTS = List.of("/api/alerts", "/api/machines", "/api/machineactions",
			"/api/investigations", "/api/Software", "/api/Vulnerabilities", "/api/recommendations",
			"/api/remediationTasks");

	private final RealRedis redis = RealRedis.shared();

	private final ReplicatedBff bff = ReplicatedBff.start();

	@AfterAll
	void end() {
		this.bff.close();
	}

	@BeforeEach
	void reset() {
		this.redis.start();
		eventuallyReady();
		this.redis.clear();
		this.bff.sandbox().entra().reset();
		this.bff.sandbox().defender().reset();
		TestQuotas.forget(this.bff.one().context());
		TestQuotas.forget(this.bff.other().context());
	}

	private void eventuallyReady() {
		Awaitility.await()
			.atMost(LONG)
			.until(() -> readiness(this.bff.one()) == 200 && readiness(this.bff.other()) == 200);
	}

	private static int readiness(Bff bff) {
		return new Client(bff.management()).get("/actuator/health/readiness").status();
	}

	private Client atTheOther(Client client) {
		return client.at(this.bff.other().address());
	}

	private static String list(int call) {
		return LISTS.get(call % LISTS.size()) + "?$skip=" + call;
	}

	private long renewals() {
		return this.bff.sandbox()
			.entra()
			.tokenRequests()
			.stream()
			.filter((request) -> request.grantType().equals("refresh_token"))
			.count();
	}

	@Test
	void sessionOfOneIsASessionOfTheOther() {
		var rune = this.bff.one().signIn(People.RUNE_RESPONDER);
		assertThat(atTheOther(rune).get(MACHINE).status()).isEqualTo(200);
		assertThat(atTheOther(rune).post("/logout", "", "Accept", "application/json").status()).isEqualTo(200);
		Problems.assertProblem(rune.get(MACHINE), 401, "not-signed-in");
	}

	@Test
	void oldCookieIsWorthNothingOnceTheOtherSignedOut() {
		var rune = this.bff.one().signIn(People.RUNE_RESPONDER);
		var cookie = rune.cookie("session").orElseThrow();
		atTheOther(rune).post("/logout", "", "Accept", "application/json");
		var thief = this.bff.one().anonymous();
		thief.cookie("session", cookie);
		Problems.assertProblem(thief.get(MACHINE), 401, "session-expired");
	}

	@Test
	void signInThatBeganAtOneComesBackToTheOther() {
		var rune = this.bff.one().anonymous();
		var back = rune.wayBack("/login", People.RUNE_RESPONDER);
		assertThat(atTheOther(rune).get(back).status()).isEqualTo(200);
		assertThat(rune.get(MACHINE).status()).isEqualTo(200);
	}

	@Test
	void tokenThatEndedIsRenewedOnceForBoth() {
		this.bff.sandbox().entra().accessTokenLifetime(SHORT);
		var rune = this.bff.one().signIn(People.RUNE_RESPONDER);
		var same = atTheOther(rune);
		this.bff.sandbox().entra().accessTokenLifetime(Duration.ofHours(1));
		this.bff.sandbox().entra().delayTokenEndpoint(Duration.ofMillis(200));
		var answers = Concurrently.run(200, (call) -> ((call % 2 == 0) ? rune : same).get(list(call)));
		assertThat(answers).hasSize(200)
			.allSatisfy((answer) -> assertThat(answer.status()).as(answer.body()).isEqualTo(200));
		assertThat(renewals()).isEqualTo(1);
	}

	@Test
	void tokenForAnotherResourceIsGotOnceForBoth() {
		this.bff.sandbox().entra().failGraph(503);
		var olga = this.bff.one().signIn(People.OLGA_OVERAGE);
		for (var client : List.of(olga, atTheOther(olga))) {
			assertThat(client.get("/api/me").body()).contains("Graph answered 503");
		}
		assertThat(this.bff.sandbox().entra().graphRequests()).hasSize(2);
		assertThat(renewals()).isEqualTo(1);
	}

	@Test
	void renewalOfOneThatDiedIsMadeUpForByTheOther() throws IOException {
		this.bff.sandbox().entra().accessTokenLifetime(SHORT);
		try (var mortal = this.bff.startAnother()) {
			var rune = mortal.signIn(People.RUNE_RESPONDER);
			this.bff.sandbox().entra().accessTokenLifetime(Duration.ofHours(1));
			this.bff.sandbox().entra().delayTokenEndpoint(Duration.ofSeconds(8));
			Thread.ofVirtual().start(() -> rune.get(MACHINE));
			Awaitility.await().atMost(LONG).until(() -> renewals() == 1);
			mortal.kill();
			this.bff.sandbox().entra().delayTokenEndpoint(Duration.ZERO);
			var same = rune.at(this.bff.one().address());
			var statuses = Concurrently.run(200, (call) -> same.get(list(call)).status());
			assertThat(statuses).hasSize(200).containsOnly(200);
			assertThat(renewals()).isEqualTo(2);
		}
	}

	@Test
	void withoutRedisNobodyIsTakenForSignedOut() {
		var rune = this.bff.one().signIn(People.RUNE_RESPONDER);
		this.redis.pause(Duration.ofSeconds(4));
		var answer = rune.get(MACHINE);
		Problems.assertProblem(answer, 503, "session-store-unavailable");
		assertThat(answer.header("Retry-After")).isNotEmpty();
		Problems.assertProblem(rune.get("/api/session"), 503, "session-store-unavailable");
		Problems.assertProblem(rune.get("/login"), 503, "session-store-unavailable");
		assertThat(readiness(this.bff.one())).isEqualTo(503);
		assertThat(new Client(this.bff.one().management()).get("/actuator/health/liveness").status()).isEqualTo(200);
		eventuallyReady();
		assertThat(rune.get(MACHINE).status()).isEqualTo(200);
	}

	@Test
	void metricsTellWhatIsShared() {
		var rune = this.bff.one().signIn(People.RUNE_RESPONDER);
		assertThat(rune.get(MACHINE, "Cache-Control", "no-cache").status()).isEqualTo(200);
		assertThat(atTheOther(rune).get(MACHINE, "Cache-Control", "no-cache").status()).isEqualTo(200);
		assertThat(new Client(this.bff.other().management()).get("/actuator/prometheus").body())
			.contains("replicas_redis 1.0\n", "quota_shared 1.0\n",
					"quota_left{budget=\"machines.get\",window=\"minute\"} 0.98\n")
			.doesNotContain("signin_sessions");
	}

	@Test
	void nothingInRedisTellsWhoIsSignedIn() {
		var rune = this.bff.one().signIn(People.RUNE_RESPONDER);
		var beginning = this.bff.one().anonymous();
		var back = beginning.wayBack("/login", People.ADA_ADMIN);
		var state = back.replaceAll(".*state=([^&]+).*", "$1");
		var person = People.RUNE_RESPONDER;
		var secrets = Stream.concat(this.bff.sandbox().entra().secrets().stream(),
				Stream.of(state, rune.cookie("session").orElseThrow(), beginning.cookie("signin").orElseThrow(),
						person.objectId(), person.name(), "refresh", "Machine.Read"));
		var contents = this.redis.contents();
		assertThat(contents).hasSizeGreaterThan(5).noneMatch(Jwts::isIn);
		assertThat(secrets).allSatisfy((secret) -> assertThat(contents).noneMatch((text) -> text.contains(secret)));
	}

}
