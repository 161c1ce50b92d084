package io.github.defenderbff.responsecache;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.defenderbff.signin.Person;
import io.github.defenderbff.signin.SessionChanged;
import io.github.defenderbff.signin.Subject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.cache.caffeine.CaffeineCache;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/** What is kept, for whom, and until when. */
class ResponseCacheTests {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final Key ADAS = key("ada", "machines.list");

	private static final Key BOBS = key("bob", "machines.list");

	private final CaffeineCacheManager caches = new CaffeineCacheManager();

	private final ResponseCache cache = cache(DataSize.ofKilobytes(64), DataSize.ofKilobytes(1));

	private ResponseCache cache(DataSize maximumSize, DataSize maximumEntry) {
		return new ResponseCache(new ResponseCacheProperties(maximumSize, maximumEntry), this.caches);
	}

	private static Key key(String person, String operation) {
		return new Key(new Partition(new Subject(Subject.Kind.PERSON, "tenant", person)), operation, "");
	}

	private static StoredAnswer answer(String about, @Nullable String machine) {
		return StoredAnswer.of("[]".getBytes(StandardCharsets.UTF_8), Instant.EPOCH, MINUTE, Set.of(about), machine);
	}

	private void store(Key key, StoredAnswer answer) {
		this.cache.store(key, answer, this.cache.mark());
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
		this.cache.changed(Set.of("machines", "machineActions"), null);
		assertThat(List.of(ADAS, BOBS)).allSatisfy((key) -> assertThat(this.cache.find(key)).isNull());
		assertThat(this.cache.find(key("bob", "alerts.list"))).isNotNull();
	}

	@Test
	void narrowsAChangeToItsMachineWhereBothAreKnown() {
		store(key("ada", "one"), answer("machines", "m1"));
		store(key("ada", "two"), answer("machines", "m2"));
		store(key("ada", "any"), answer("machines", null));
		this.cache.changed(Set.of("machines"), "m1");
		assertThat(this.cache.find(key("ada", "one"))).isNull();
		assertThat(this.cache.find(key("ada", "two"))).isNotNull();
		assertThat(this.cache.find(key("ada", "any"))).isNull();
		this.cache.changed(Set.of("machines"), null);
		assertThat(this.cache.find(key("ada", "two"))).isNull();
	}

	@Test
	void doesNotStoreWhatWasOnItsWayDuringAChange() {
		var mark = this.cache.mark();
		this.cache.changed(Set.of("machines"), null);
		this.cache.store(ADAS, answer("machines", null), mark);
		assertThat(this.cache.find(ADAS)).isNull();
		store(ADAS, answer("machines", null));
		assertThat(this.cache.find(ADAS)).isNotNull();
	}

	@Test
	void keepsANewerAnswerWhenAnOlderOneArrivesLate() {
		var late = this.cache.mark();
		this.cache.changed(Set.of("alerts"), null);
		var newer = answer("machines", null);
		store(ADAS, newer);
		this.cache.store(ADAS, answer("machines", null), late);
		assertThat(this.cache.find(ADAS)).isSameAs(newer);
	}

	@Test
	void neverKeepsAnAnswerThatArrivesAtTheVeryMomentOfAChange() throws InterruptedException {
		for (var round = 0; round < 20_000; round++) {
			var mark = this.cache.mark();
			var change = Thread.ofPlatform().unstarted(() -> this.cache.changed(Set.of("machines"), null));
			change.start();
			this.cache.store(ADAS, answer("machines", null), mark);
			change.join();
			assertThat(this.cache.find(ADAS)).isNull();
		}
	}

	@Test
	void forgetsThePersonWhoseSessionChangedAndNobodyElse() {
		store(ADAS, answer("machines", null));
		store(BOBS, answer("machines", null));
		var mark = this.cache.mark();
		this.cache.forget(new SessionChanged(new Person("tenant", "ada", "Ada", "ada@example.com")));
		assertThat(this.cache.find(ADAS)).isNull();
		assertThat(this.cache.find(BOBS)).isNotNull();
		this.cache.store(ADAS, answer("machines", null), mark);
		assertThat(this.cache.find(ADAS)).isNull();
	}

	@Test
	void doesNotStoreWhatIsTooLargeOrNeverFresh() {
		store(ADAS, StoredAnswer.of(new byte[1025], Instant.EPOCH, MINUTE, Set.of("machines"), null));
		assertThat(this.cache.find(ADAS)).isNull();
		store(ADAS, StoredAnswer.of(new byte[1], Instant.EPOCH, Duration.ZERO, Set.of("machines"), null));
		assertThat(this.cache.find(ADAS)).isNull();
		store(ADAS, StoredAnswer.of(new byte[1024], Instant.EPOCH, MINUTE, Set.of("machines"), null));
		assertThat(this.cache.find(ADAS)).isNotNull();
	}

	@Test
	void forgetsAnAnswerThatIsNoLongerFresh() throws InterruptedException {
		store(ADAS, StoredAnswer.of(new byte[1], Instant.EPOCH, Duration.ofNanos(1), Set.of("machines"), null));
		Thread.sleep(Duration.ofMillis(2));
		assertThat(this.cache.find(ADAS)).isNull();
	}

	@Test
	void takesNoMoreMemoryThanItMay() {
		var keys = IntStream.range(0, 500).mapToObj((number) -> key("ada", "operation" + number)).toList();
		keys.forEach(
				(key) -> store(key, StoredAnswer.of(new byte[512], Instant.EPOCH, MINUTE, Set.of("machines"), null)));
		var caffeine = (CaffeineCache) Objects.requireNonNull(this.caches.getCache(ResponseCache.NAME));
		caffeine.getNativeCache().cleanUp();
		assertThat(keys.stream().filter((key) -> this.cache.find(key) != null).count()).isPositive()
			.isLessThanOrEqualTo(64);
	}

	@Test
	void tagsEqualBytesAlikeAndOthersNot() {
		assertThat(answer("machines", null).etag()).isEqualTo(answer("alerts", "m1").etag())
			.matches("\"[A-Za-z0-9_-]{22}\"");
		assertThat(StoredAnswer.of(new byte[1], Instant.EPOCH, MINUTE, Set.of(), null).etag())
			.isNotEqualTo(StoredAnswer.of(new byte[2], Instant.EPOCH, MINUTE, Set.of(), null).etag());
	}

}
