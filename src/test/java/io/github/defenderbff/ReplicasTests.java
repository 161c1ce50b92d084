package io.github.defenderbff;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import io.github.defenderbff.replicas.RealRedis;
import io.github.defenderbff.responsecache.Change;
import io.github.defenderbff.responsecache.ResponseCache;
import io.github.sandbox.defender.ReceivedRequest;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.People;
import io.github.sandbox.organisation.Person;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Two instances of the service on one sandbox, which share a real Redis. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplicasTests {

	private static final String COMMENT = "{\"Comment\":\"suspicious sign-ins\",\"IsolationType\":\"Full\"}";

	private static final String SERVER = "/api/machines/" + Machines.SERVER.id();

	/** Shorter than anything is fresh that is read here. */
	private static final Duration SOON = Duration.ofSeconds(15);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final RealRedis redis = RealRedis.shared();

	private final ReplicatedBff bff = ReplicatedBff.start();

	@BeforeAll
	void listen() {
		var _ = this.redis.listen();
	}

	@AfterAll
	void end() {
		this.bff.close();
	}

	/** Nothing is known, and the messages of the test before have arrived. */
	@BeforeEach
	void reset() {
		this.redis.start();
		eventually(() -> isUp(this.bff.one()) && isUp(this.bff.other()));
		this.redis.clear();
		this.bff.sandbox().defender().reset();
		tell(this.bff.one(), this.bff.other(), new Change.OfEverything());
		tell(this.bff.other(), this.bff.one(), new Change.OfEverything());
	}

	private static void eventually(BooleanSupplier condition) {
		Awaitility.await().atMost(SOON).until(condition::getAsBoolean);
	}

	private static ResponseCache cache(Bff bff) {
		return bff.context().getBean(ResponseCache.class);
	}

	/** After this the other one has heard whatever was told before. */
	private static void tell(Bff from, Bff to, Change change) {
		var mark = cache(to).mark();
		cache(from).forget(change);
		eventually(() -> cache(to).mark() != mark);
	}

	private static boolean isUp(Bff bff) {
		return health(bff).equals("UP");
	}

	private static String health(Bff bff) {
		return new Client(bff.management()).get("/actuator/health")
			.json()
			.path("components")
			.path("replicas")
			.path("status")
			.stringValue("");
	}

	private Pair signIn(Person person) {
		var pair = new Pair(this.bff.one().signIn(person), this.bff.other().signIn(person));
		tell(this.bff.one(), this.bff.other(), new Change.InDefender(Set.of("nothing"), null));
		return pair;
	}

	private static boolean isHit(Client client, String path) {
		return client.get(path).header("Cache-Status").startsWith("defender-bff; hit");
	}

	/** Reads until it was stored where the other finds it. */
	private void store(Client client, String path) {
		var before = this.redis.answers();
		assertThat(client.get(path).header("Cache-Status")).isEqualTo("defender-bff; fwd=miss; stored");
		eventually(() -> this.redis.answers() > before);
	}

	private List<ReceivedRequest> changes() {
		return this.bff.sandbox()
			.defender()
			.requests()
			.stream()
			.filter((request) -> request.method().equals("POST"))
			.toList();
	}

	private List<ReceivedRequest> reads() {
		return this.bff.sandbox()
			.defender()
			.requests()
			.stream()
			.filter((request) -> request.method().equals("GET"))
			.toList();
	}

	@Test
	void isolationThroughOneIsSeenThroughTheOther() {
		var rune = signIn(People.RUNE_RESPONDER);
		rune.other().get(SERVER);
		assertThat(isHit(rune.other(), SERVER)).isTrue();
		assertThat(rune.one().post(SERVER + "/isolate", COMMENT).status()).isEqualTo(201);
		eventually(() -> !isHit(rune.other(), SERVER));
	}

	@Test
	void signingOutAtOneForgetsAnswersAtTheOther() {
		var rune = signIn(People.RUNE_RESPONDER);
		rune.other().get(SERVER);
		assertThat(isHit(rune.other(), SERVER)).isTrue();
		rune.one().post("/logout", "", "Accept", "application/json");
		eventually(() -> !isHit(rune.other(), SERVER));
	}

	@Test
	void oneAnswersWithWhatTheOtherWasTold() {
		var rune = signIn(People.RUNE_RESPONDER);
		store(rune.one(), SERVER);
		var second = rune.other().get(SERVER);
		assertThat(second.header("Cache-Status")).matches("defender-bff; hit; ttl=\\d+; detail=second-level");
		assertThat(second.body()).isEqualTo(rune.one().get(SERVER).body());
		assertThat(second.header("ETag")).isEqualTo(rune.one().get(SERVER).header("ETag"));
		assertThat(rune.other().get(SERVER).header("Cache-Status")).matches("defender-bff; hit; ttl=\\d+");
		assertThat(reads()).hasSize(1);
	}

	@Test
	void oneNeverAnswersWithWhatSomebodyElseWasTold() {
		var rune = signIn(People.RUNE_RESPONDER);
		store(rune.one(), SERVER);
		var ada = this.bff.other().signIn(People.ADA_ADMIN);
		assertThat(ada.get(SERVER).header("Cache-Status")).isEqualTo("defender-bff; fwd=miss; stored");
	}

	@Test
	void onceAChangeIsDoneNobodyFindsWhatWasStoredBefore() {
		var rune = signIn(People.RUNE_RESPONDER);
		store(rune.one(), SERVER);
		assertThat(rune.one().post(SERVER + "/isolate", COMMENT).status()).isEqualTo(201);
		assertThat(rune.other().get(SERVER).header("Cache-Status")).isEqualTo("defender-bff; fwd=miss; stored");
	}

	@Test
	void noCacheAsksDefenderAlthoughTheOtherKnows() {
		var rune = signIn(People.RUNE_RESPONDER);
		store(rune.one(), SERVER);
		assertThat(rune.other().get(SERVER, "Cache-Control", "no-cache").header("Cache-Status"))
			.isEqualTo("defender-bff; fwd=request; stored");
	}

	/** What people need of Redis is their session; applications have none. */
	@Test
	void withoutRedisApplicationsGoOnAndAfterwardsNothingOldIsServed() {
		var roles = new String[] { "Machine.Read.All", "Alert.Read.All", "Machine.Isolate" };
		var night = this.bff.one().nightWatch(roles);
		var other = this.bff.other().nightWatch(roles);
		other.get(SERVER);
		this.redis.stop();
		assertThat(night.get("/api/alerts").status()).isEqualTo(200);
		Problems.assertProblem(night.post(SERVER + "/isolate", COMMENT), 503, "audit-unavailable");
		assertThat(changes()).isEmpty();
		assertThat(isHit(other, SERVER)).isTrue();
		eventually(() -> health(this.bff.one()).equals("DEGRADED") && health(this.bff.other()).equals("DEGRADED"));
		this.redis.start();
		eventually(() -> isUp(this.bff.one()) && isUp(this.bff.other()));
		assertThat(isHit(other, SERVER)).isFalse();
		night.get("/api/machines");
		eventually(() -> isHit(other, "/api/machines"));
		assertThat(night.post(SERVER + "/isolate", COMMENT).status()).isEqualTo(201);
	}

	private static boolean isHit(Daemon daemon, String path) {
		return daemon.get(path).header("Cache-Status").startsWith("defender-bff; hit");
	}

	@Test
	void whatEitherDoesIsInOneAuditWithoutNamesOrSecrets() {
		var rune = signIn(People.RUNE_RESPONDER);
		var action = rune.other().post(SERVER + "/isolate", COMMENT).json().path("id").stringValue("?");
		rune.one().post(SERVER + "/offboard", COMMENT);
		rune.one().post("/logout", "", "Accept", "application/json");
		eventually(() -> this.redis.audit().size() == 6);
		var audit = this.redis.audit();
		assertThat(audit).extracting((entry) -> JSON.readTree(entry).at("/event/action").asString(""))
			.containsExactly("sign-in", "sign-in", "intent", "outcome", "refusal", "sign-out");
		assertThat(audit)
			.allSatisfy((entry) -> assertThat(entry).contains(People.RUNE_RESPONDER.objectId(), Organisation.TENANT_ID))
			.allSatisfy((entry) -> assertThat(entry).doesNotContainPattern(Jwts.IN_TEXT)
				.doesNotContain("suspicious", People.RUNE_RESPONDER.name(), rune.one().csrfToken()));
		assertThat(JSON.readTree(audit.get(3)).at("/defender/action_id").asString("")).isEqualTo(action);
	}

	@Test
	void nothingInRedisTellsWhomOrWhatItIsAbout() {
		var rune = signIn(People.RUNE_RESPONDER);
		store(rune.one(), SERVER);
		store(rune.one(), "/api/machines");
		rune.one().post(SERVER + "/isolate", COMMENT);
		rune.one().post("/logout", "", "Accept", "application/json");
		tell(this.bff.one(), this.bff.other(), new Change.InDefender(Set.of("nothing"), null));
		var person = People.RUNE_RESPONDER;
		var secrets = Stream.of(Objects.requireNonNull(rune.one().csrfToken()), person.objectId(), person.name(),
				Organisation.TENANT_ID, Machines.SERVER.id(), Machines.SERVER.name(), "machines", "isolate",
				"computerDnsName", "suspicious", "in-defender");
		var contents = this.redis.contents();
		assertThat(contents).hasSizeGreaterThan(5).noneMatch(Jwts::isIn);
		assertThat(secrets).allSatisfy((secret) -> assertThat(contents).noneMatch((text) -> text.contains(secret)));
	}

	/** One person's sessions at both. */
	private record Pair(Client one, Client other) {

	}

}
