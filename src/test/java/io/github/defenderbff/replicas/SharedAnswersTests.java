package io.github.defenderbff.replicas;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.github.defenderbff.responsecache.Change;
import io.github.defenderbff.responsecache.Key;
import io.github.defenderbff.responsecache.Partition;
import io.github.defenderbff.responsecache.Tags;
import io.github.defenderbff.sealing.TestKeys;
import io.github.defenderbff.signin.Subject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What two replicas find in a real Redis, and what not. */
class SharedAnswersTests {

	private static final Subject BOB = new Subject(Subject.Kind.PERSON, "tenant", "bob");

	private static final Change ISOLATION = new Change.InDefender(Set.of("machines"), "m1");

	private final RealRedis redis = RealRedis.shared();

	private final Replica one = started(1);

	private final Replica other = started(1);

	private static Replica started(int... keys) {
		RealRedis.shared().start();
		return new Replica(TestKeys.ring(keys));
	}

	@BeforeEach
	void forgetEverything() {
		this.redis.clear();
	}

	@AfterEach
	void end() {
		this.one.close();
		this.other.close();
	}

	@Test
	void whatOneWasToldTheOtherFinds() {
		var body = "{\"a\":\"" + "b".repeat(5000) + "\"}";
		this.one.put(Replica.KEY, this.one.answer(body));
		var found = Objects.requireNonNull(this.other.answers.find(Replica.KEY, Replica.TAGS).answer());
		var stored = this.one.answer(body);
		assertThat(found.bytes()).isEqualTo(stored.bytes());
		assertThat(found.gzip()).isEqualTo(stored.gzip()).isNotEmpty();
		assertThat(found.etag()).isEqualTo(stored.etag());
		assertThat(found.tags()).isEqualTo(stored.tags());
		assertThat(found.lifetime()).isEqualTo(stored.lifetime());
	}

	@Test
	void anotherKeyFindsNothingEvenIfRedisHandsOutTheValue() {
		var bobs = new Key(new Partition.Own(BOB), Replica.KEY.operation(), Replica.KEY.parameters());
		var tags = new Tags(Replica.TAGS.about(), "m1", BOB);
		this.one.put(Replica.KEY, this.one.answer("adas"));
		try (var connection = this.redis.connect()) {
			var adas = connection.sync().keys("bff:answer:*").getFirst();
			this.one.put(bobs, this.one.answer("bobs"));
			var other = connection.sync().keys("bff:answer:*").stream().filter((key) -> !key.equals(adas)).toList();
			connection.sync().set(other.getFirst(), connection.sync().get(adas));
			connection.sync().expire(other.getFirst(), 30);
		}
		assertThat(this.other.found(bobs, tags)).isEmpty();
		assertThat(this.other.found(Replica.KEY, Replica.TAGS)).isEqualTo("adas");
	}

	@Test
	void changeThatWasToldIsSeenAtOnce() {
		this.one.put(Replica.KEY, this.one.answer("before"));
		this.other.others.tell(ISOLATION);
		assertThat(this.one.found(Replica.KEY, Replica.TAGS)).isEmpty();
	}

	@Test
	void changeOfAnotherMachineLeavesIt() {
		this.one.put(Replica.KEY, this.one.answer("before"));
		this.other.others.tell(new Change.InDefender(Set.of("machines"), "m2"));
		assertThat(this.one.found(Replica.KEY, Replica.TAGS)).isEqualTo("before");
	}

	@Test
	void answerThatAChangeOvertookIsNotFound() {
		var place = this.one.answers.find(Replica.KEY, Replica.TAGS).place();
		this.other.others.tell(ISOLATION);
		place.put(this.one.answer("before"));
		Awaitility.await().atMost(Replica.LONG).until(() -> this.redis.answers() == 1);
		assertThat(this.one.found(Replica.KEY, Replica.TAGS)).isEmpty();
	}

	@Test
	void answerWhoseGenerationsRedisLostIsNeverFoundAgain() {
		this.one.put(Replica.KEY, this.one.answer("before"));
		try (var connection = this.redis.connect()) {
			connection.sync().del(connection.sync().keys("bff:generation:*").toArray(String[]::new));
		}
		assertThat(this.one.found(Replica.KEY, Replica.TAGS)).isEmpty();
		assertThat(this.one.found(Replica.KEY, Replica.TAGS)).isEmpty();
	}

	@Test
	void olderThanItMayBeItIsNotFoundWhateverRedisSays() {
		this.one.put(Replica.KEY, this.one.answer("old"));
		this.other.clock.move(Duration.ofSeconds(29));
		assertThat(this.other.found(Replica.KEY, Replica.TAGS)).isEqualTo("old");
		this.other.clock.move(Duration.ofSeconds(1));
		assertThat(this.other.found(Replica.KEY, Replica.TAGS)).isEmpty();
	}

	@Test
	void replicaWhoseClockIsLateDoesNotTakeItForNew() {
		this.one.clock.move(Duration.ofHours(1));
		this.one.put(Replica.KEY, this.one.answer("new"));
		var found = Objects.requireNonNull(this.other.answers.find(Replica.KEY, Replica.TAGS).answer());
		assertThat(found.receivedAt()).isBeforeOrEqualTo(this.other.clock.instant());
	}

	@Test
	void forgottenAnswerIsNotFound() {
		this.one.put(Replica.KEY, this.one.answer("refused since"));
		this.other.answers.forget(Replica.KEY);
		assertThat(this.one.found(Replica.KEY, Replica.TAGS)).isEmpty();
	}

	@Test
	void sharedAnswerIsForgottenWithWhoeverHadDefenderAsked() {
		var shared = new Key(new Partition.Alike("tenant", List.of("Machine.Read"), List.of(), List.of(), "book"),
				"machines.get", "");
		var bobs = new Tags(Replica.TAGS.about(), "m1", BOB);
		this.one.put(shared, this.one.answer("adas"));
		assertThat(this.other.found(shared, bobs)).isEqualTo("adas");
		this.other.others.tell(new Change.OfSubject(BOB));
		assertThat(this.other.found(shared, bobs)).isEqualTo("adas");
		this.one.others.tell(new Change.OfSubject(Replica.ADA));
		assertThat(this.other.found(shared, bobs)).isEmpty();
	}

	@Test
	void replicaWithANewerKeyHearsAndIsHeard() {
		try (var newer = started(2, 1)) {
			this.one.put(Replica.KEY, this.one.answer("one"));
			newer.put(Replica.KEY, newer.answer("newer"));
			assertThat(newer.found(Replica.KEY, Replica.TAGS)).isEqualTo("newer");
			this.one.others.tell(ISOLATION);
			assertThat(newer.found(Replica.KEY, Replica.TAGS)).isEmpty();
			newer.others.tell(ISOLATION);
			assertThat(this.one.found(Replica.KEY, Replica.TAGS)).isEmpty();
		}
	}

	@Test
	void othersHearOfAChangeAndItsTellerDoesNot() {
		var before = this.one.cache.mark();
		var others = this.other.cache.mark();
		this.one.others.tell(ISOLATION);
		Awaitility.await().atMost(Replica.LONG).until(() -> this.other.cache.overtaken(others, Replica.TAGS));
		assertThat(this.one.cache.mark()).isEqualTo(before);
	}

	@Test
	void whileRedisIsAwayNothingFailsAndAfterwardsNothingOldIsFound() {
		this.redis.stop();
		this.one.others.tell(ISOLATION);
		assertThat(this.one.found(Replica.KEY, Replica.TAGS)).isEmpty();
		this.one.answers.forget(Replica.KEY);
		Awaitility.await().atMost(Replica.LONG).until(() -> this.other.redis.link() == null);
		var mark = this.other.cache.mark();
		this.redis.start();
		Awaitility.await()
			.atMost(Replica.LONG)
			.until(() -> this.one.redis.upToDate() != null && this.other.redis.upToDate() != null);
		assertThat(this.other.cache.overtaken(mark, Replica.TAGS)).isTrue();
		this.one.put(Replica.KEY, this.one.answer("after"));
		assertThat(this.other.found(Replica.KEY, Replica.TAGS)).isEqualTo("after");
	}

	@Test
	void replicaThatCouldNotTellFindsNothingUntilItHasToldEverything() {
		this.one.put(Replica.KEY, this.one.answer("before"));
		var mark = this.other.cache.mark();
		this.one.redis.fellBehind();
		Awaitility.await().atMost(Replica.LONG).until(() -> this.one.redis.upToDate() != null);
		assertThat(this.other.found(Replica.KEY, Replica.TAGS)).isEmpty();
		Awaitility.await().atMost(Replica.LONG).until(() -> this.other.cache.overtaken(mark, Replica.TAGS));
	}

}
