package io.github.defenderbff.replicas;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

import io.github.defenderbff.audit.AuditStream.Feed;
import io.github.defenderbff.responsecache.Change;
import io.github.defenderbff.sealing.TestKeys;
import io.github.defenderbff.store.Store;
import io.github.defenderbff.store.StoreUnavailable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Two replicas on a real Redis Cluster, between which keys are being exchanged. */
class ClusterTests {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final Change ISOLATION = new Change.InDefender(Set.of("machines"), "m1");

	private final RealCluster cluster = RealCluster.shared();

	private final Replica one = Replica.inCluster(1);

	private final Replica other = Replica.inCluster(2, 1);

	@BeforeEach
	void clear() {
		this.cluster.clear();
	}

	@AfterEach
	void end() {
		this.one.close();
		this.other.close();
		this.cluster.start();
	}

	private static RedisBooks books(Replica replica, int... keys) {
		return new RedisBooks(replica.redis, TestKeys.ring(keys), Layout.CLUSTER, Clock.systemUTC());
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/** Stores an answer where both find it. */
	private void store(String body) {
		this.other.answers.find(Replica.KEY, Replica.TAGS).place().put(this.other.answer(body));
		Awaitility.await().atMost(Replica.LONG).until(() -> found(this.other).equals(body));
	}

	private static String found(Replica replica) {
		return replica.found(Replica.KEY, Replica.TAGS);
	}

	private void assertHears(Replica teller, Replica listener) {
		var mark = listener.cache.mark();
		teller.others.tell(ISOLATION);
		Awaitility.await().atMost(Replica.LONG).until(() -> listener.cache.overtaken(mark, Replica.TAGS));
	}

	private void awaitBoth() {
		Awaitility.await()
			.atMost(MINUTE)
			.until(() -> this.one.redis.upToDate() != null && this.other.redis.upToDate() != null);
	}

	@Test
	void eachHearsOfTheOthersChanges() {
		assertHears(this.one, this.other);
		assertHears(this.other, this.one);
	}

	@Test
	void whatWasStoredIsFoundUntilItChanges() {
		store("before");
		assertThat(found(this.other)).isEqualTo("before");
		this.one.others.tell(ISOLATION);
		assertThat(found(this.other)).isEmpty();
	}

	@Test
	void forgottenAnswerIsNotFound() {
		store("refused since");
		this.other.answers.forget(Replica.KEY);
		assertThat(found(this.other)).isEmpty();
	}

	@Test
	void bothWriteInOneBook() {
		var books = books(this.one, 1);
		var others = books(this.other, 2, 1);
		var empty = Objects.requireNonNull(books.read("family", null));
		assertThat(others.write("family", Objects.requireNonNull(others.read("family", null)), bytes("one"), MINUTE))
			.isPresent();
		assertThat(books.write("family", empty, bytes("two"), MINUTE)).as("overtaken").isEmpty();
		var page = Objects.requireNonNull(books.read("family", empty));
		assertThat(page.text()).isEqualTo(bytes("one"));
		assertThat(books.write("family", page, bytes("two"), MINUTE)).isPresent();
		assertThat(Objects.requireNonNull(others.read("family", null)).text()).isEqualTo(bytes("two"));
	}

	@Test
	void auditIsConfirmed() {
		var feeds = new AuditFeeds(this.one.redis, 100);
		assertThat(feeds.append(Feed.CALLERS, "{}")).succeedsWithin(Replica.LONG);
		assertThat(feeds.append(Feed.ANYBODY, "{}")).succeedsWithin(Replica.LONG);
	}

	@Test
	void copyTakesOverAndNothingIsTakenForNewerThanItIs() {
		Store store = new RedisStore(this.one.redis);
		store.add("test:{bff}:kept", new byte[] { 1 }, MINUTE);
		store("before");
		this.cluster.stopHome();
		Awaitility.await().atMost(MINUTE).until(() -> this.one.redis.link() == null && this.other.redis.link() == null);
		awaitBoth();
		assertThat(store.find("test:{bff}:kept", null)).isPresent();
		assertThat(store.add("test:{bff}:new", new byte[] { 1 }, MINUTE)).as("it can be written").isTrue();
		assertThat(found(this.other)).as("changes may have been lost").isEmpty();
		assertHears(this.one, this.other);
		assertHears(this.other, this.one);
	}

	@Test
	void changesAreHeardWhereTheyAreToldOnceSlotsHaveMoved() {
		var link = this.other.redis.link();
		this.cluster.moveHome();
		try {
			this.one.others.tell(ISOLATION);
			Awaitility.await().atMost(MINUTE).until(() -> !Objects.equals(this.other.redis.link(), link));
			awaitBoth();
			assertHears(this.one, this.other);
			store("after");
			assertThat(found(this.other)).isEqualTo("after");
		}
		finally {
			this.cluster.moveHome();
		}
	}

	@Test
	void whereASlotHasNoMasterNobodyIsTakenForSignedOut() {
		Store store = new RedisStore(this.one.redis);
		this.cluster.stopOther();
		Awaitility.await().atMost(MINUTE).until(() -> !store.answers());
		assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> store.find("test:any", null));
		this.cluster.start();
		awaitBoth();
		assertThat(store.find("test:any", null)).isEmpty();
	}

}
