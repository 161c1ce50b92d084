package io.github.defenderbff.responsecache;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.signin.Person;
import io.github.defenderbff.signin.SessionChanged;
import io.github.defenderbff.signin.Subject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.cache.caffeine.CaffeineCache;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/** What is kept, for whom, and until when. */
class ResponseCacheTests {

	private static final Lifetime MINUTE = Lifetime.of(Duration.ofMinutes(1));

	private static final Subject ADA = new Subject(Subject.Kind.PERSON, "tenant", "ada");

	private static final Key ADAS = key("ada", "machines.list");

	private static final Key BOBS = key("bob", "machines.list");

	private final HandMovedClock clock = new HandMovedClock();

	private final List<Change> told = new ArrayList<>();

	private final List<Object> published = new ArrayList<>();

	private final CaffeineCacheManager caches = new CaffeineCacheManager();

	private final ResponseCache cache = cache(DataSize.ofKilobytes(64), DataSize.ofKilobytes(1));

	private ResponseCache cache(DataSize maximumSize, DataSize maximumEntry) {
		return new ResponseCache(TestCaches.properties(maximumSize, maximumEntry, Sharing.NOBODY), this.caches,
				new StaticListableBeanFactory(Map.of("peers", (Peers) this.told::add)).getBeanProvider(Peers.class),
				new StaticListableBeanFactory().getBeanProvider(SecondLevel.class), this.clock, this.published::add);
	}

	private static Key key(String person, String operation) {
		return new Key(new Partition.Own(new Subject(Subject.Kind.PERSON, "tenant", person)), operation, "");
	}

	private StoredAnswer answer(String about, @Nullable String machine) {
		return answer("[]".getBytes(StandardCharsets.UTF_8), MINUTE, new Tags(Set.of(about), machine, ADA));
	}

	private StoredAnswer answer(byte[] bytes, Lifetime lifetime, Tags tags) {
		return StoredAnswer.of(bytes, this.clock.instant(), lifetime, tags);
	}

	private StoredAnswer answer(int size, Lifetime lifetime) {
		return answer(new byte[size], lifetime, new Tags(Set.of("machines"), null, ADA));
	}

	private void store(Key key, StoredAnswer answer) {
		this.cache.store(key, answer, this.cache.mark());
	}

	private void machinesChange() {
		this.cache.forget(new Change.InDefender(Set.of("machines"), null));
	}

	@Test
	void findsWhatWasStored() {
		var answer = answer("machines", null);
		store(ADAS, answer);
		assertThat(this.cache.find(ADAS)).isSameAs(answer);
		assertThat(this.cache.find(BOBS)).isNull();
	}

	@Test
	void forgetsInAllPartitionsWhatAChangeTouched() {
		store(ADAS, answer("machines", null));
		store(BOBS, answer("machines", null));
		store(key("bob", "alerts.list"), answer("alerts", null));
		this.cache.forget(new Change.InDefender(Set.of("machines", "machineActions"), null));
		assertThat(List.of(ADAS, BOBS)).allSatisfy((key) -> assertThat(this.cache.find(key)).isNull());
		assertThat(this.cache.find(key("bob", "alerts.list"))).isNotNull();
	}

	@Test
	void narrowsAChangeToItsMachineWhereBothAreKnown() {
		store(key("ada", "one"), answer("machines", "m1"));
		store(key("ada", "two"), answer("machines", "m2"));
		store(key("ada", "any"), answer("machines", null));
		this.cache.forget(new Change.InDefender(Set.of("machines"), "m1"));
		assertThat(this.cache.find(key("ada", "one"))).isNull();
		assertThat(this.cache.find(key("ada", "two"))).isNotNull();
		assertThat(this.cache.find(key("ada", "any"))).isNull();
		machinesChange();
		assertThat(this.cache.find(key("ada", "two"))).isNull();
	}

	@Test
	void doesNotStoreWhatWasOnItsWayDuringAChange() {
		var mark = this.cache.mark();
		machinesChange();
		this.cache.store(ADAS, answer("machines", null), mark);
		assertThat(this.cache.find(ADAS)).isNull();
		store(ADAS, answer("machines", null));
		assertThat(this.cache.find(ADAS)).isNotNull();
	}

	@Test
	void keepsANewerAnswerWhenAnOlderOneArrivesLate() {
		var late = this.cache.mark();
		machinesChange();
		var newer = answer("machines", null);
		store(ADAS, newer);
		this.cache.store(ADAS, answer("machines", null), late);
		assertThat(this.cache.find(ADAS)).isSameAs(newer);
	}

	@Test
	void neverKeepsAnAnswerThatArrivesAtTheVeryMomentOfAChange() throws InterruptedException {
		for (var round = 0; round < 20_000; round++) {
			var mark = this.cache.mark();
			var change = Thread.ofPlatform().unstarted(() -> machinesChange());
			change.start();
			this.cache.store(ADAS, answer("machines", null), mark);
			change.join();
			assertThat(this.cache.find(ADAS)).isNull();
		}
	}

	@Test
	void forgetsThePersonWhoseSessionChangedAndNobodyElse() {
		store(ADAS, answer("machines", null));
		store(BOBS, answer(new byte[1], MINUTE,
				new Tags(Set.of("machines"), null, new Subject(Subject.Kind.PERSON, "tenant", "bob"))));
		var mark = this.cache.mark();
		this.cache.forget(new SessionChanged(new Person("tenant", "ada", "Ada", "ada@example.com")));
		assertThat(this.cache.find(ADAS)).isNull();
		assertThat(this.cache.find(BOBS)).isNotNull();
		this.cache.store(ADAS, answer("machines", null), mark);
		assertThat(this.cache.find(ADAS)).isNull();
	}

	@Test
	void doesNotStoreWhatIsTooLargeOrNeverFresh() {
		store(ADAS, answer(1025, MINUTE));
		assertThat(this.cache.find(ADAS)).isNull();
		store(ADAS, answer(1, Lifetime.NONE));
		assertThat(this.cache.find(ADAS)).isNull();
		store(ADAS, answer(1024, MINUTE));
		assertThat(this.cache.find(ADAS)).isNotNull();
	}

	@Test
	void keepsAnAnswerAsLongAsItIsOfUse() {
		var answer = answer(1, new Lifetime(Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(3)));
		store(ADAS, answer);
		this.clock.move(Duration.ofMillis(4999));
		assertThat(this.cache.findFresh(ADAS)).isSameAs(answer);
		this.clock.move(Duration.ofMillis(1));
		assertThat(this.cache.findFresh(ADAS)).isNull();
		this.clock.move(Duration.ofMillis(2999));
		assertThat(this.cache.find(ADAS)).isSameAs(answer);
		this.clock.move(Duration.ofMillis(1));
		assertThat(this.cache.find(ADAS)).isNull();
	}

	@Test
	void remembersForAMomentThatThereIsNothing() {
		var notFound = new IllegalStateException("no such machine");
		this.cache.storeAbsence(ADAS, notFound, new Tags(Set.of("machines"), null, ADA), this.cache.mark());
		assertThat(this.cache.findAbsence(ADAS)).isSameAs(notFound);
		assertThat(this.cache.findAbsence(BOBS)).isNull();
		this.clock.move(Absences.REMEMBERED);
		assertThat(this.cache.findAbsence(ADAS)).isNull();
	}

	@Test
	void somethingNewEndsItsAbsence() {
		var tags = new Tags(Set.of("machines"), null, ADA);
		this.cache.storeAbsence(ADAS, new IllegalStateException(), tags, this.cache.mark());
		store(ADAS, answer("machines", null));
		assertThat(this.cache.findAbsence(ADAS)).isNull();
		this.cache.storeAbsence(BOBS, new IllegalStateException(), tags, this.cache.mark());
		machinesChange();
		assertThat(this.cache.findAbsence(BOBS)).isNull();
	}

	@Test
	void doesNotForgetForAChangeElsewhereWhatIsOnItsWay() {
		var mark = this.cache.mark();
		this.cache.forget(new Change.InDefender(Set.of("alerts"), null));
		assertThat(this.cache.store(ADAS, answer("machines", null), mark)).isTrue();
	}

	@Test
	void assumesTheWorstOfAMarkThatIsTooOld() {
		var mark = this.cache.mark();
		for (var number = 0; number < 2000; number++) {
			this.cache.forget(new Change.InDefender(Set.of("alerts"), null));
		}
		assertThat(this.cache.store(ADAS, answer("machines", null), mark)).isFalse();
	}

	@Test
	void tellsTheOthersWhatItForgetsAndNotWhatTheyToldIt() {
		var change = new Change.InDefender(Set.of("machines"), "m1");
		this.cache.forget(change);
		this.cache.forgetHere(new Change.OfEverything());
		assertThat(this.told).containsExactly(change);
	}

	@Test
	void publishesWhatItForgetsAndWhatOthersToldItToForget() {
		var change = new Change.InDefender(Set.of("machines"), "m1");
		this.cache.forget(change);
		this.cache.forgetHere(new Change.OfEverything());
		assertThat(this.published).containsExactly(new Forgotten(change), new Forgotten(new Change.OfEverything()));
	}

	/** Or what is still found elsewhere could be stored here right after. */
	@Test
	void tellsTheOthersBeforeItForgets() {
		var self = new AtomicReference<ResponseCache>();
		Peers peers = (change) -> this.told
			.addAll((self.get().find(ADAS) != null) ? List.of(change) : List.<Change>of());
		self.set(new ResponseCache(
				TestCaches.properties(DataSize.ofKilobytes(64), DataSize.ofKilobytes(1), Sharing.NOBODY), this.caches,
				new StaticListableBeanFactory(Map.of("peers", peers)).getBeanProvider(Peers.class),
				new StaticListableBeanFactory().getBeanProvider(SecondLevel.class), this.clock, this.published::add));
		self.get().store(ADAS, answer("machines", null), self.get().mark());
		self.get().forget(new Change.OfEverything());
		assertThat(this.told).containsExactly(new Change.OfEverything());
		assertThat(self.get().find(ADAS)).isNull();
	}

	@Test
	void takesNoMoreMemoryThanItMay() {
		var keys = IntStream.range(0, 500).mapToObj((number) -> key("ada", "operation" + number)).toList();
		keys.forEach((key) -> store(key, answer(512, MINUTE)));
		var caffeine = (CaffeineCache) Objects.requireNonNull(this.caches.getCache(ResponseCache.NAME));
		caffeine.getNativeCache().cleanUp();
		assertThat(keys.stream().filter((key) -> this.cache.find(key) != null).count()).isPositive()
			.isLessThanOrEqualTo(64);
	}

	@Test
	void tagsEqualBytesAlikeAndOthersNot() {
		assertThat(answer("machines", null).etag()).isEqualTo(answer("alerts", "m1").etag())
			.matches("\"[A-Za-z0-9_-]{22}\"");
		assertThat(answer(1, MINUTE).etag()).isNotEqualTo(answer(2, MINUTE).etag());
	}

}
