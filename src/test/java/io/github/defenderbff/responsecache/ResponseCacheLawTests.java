package io.github.defenderbff.responsecache;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.signin.Subject;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.cache.caffeine.CaffeineCache;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every key and every size of answers. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE, tries = 500)
class ResponseCacheLawTests {

	private static final DataSize MAXIMUM = DataSize.ofKilobytes(64);

	private static final Tags TAGS = new Tags(Set.of("machines"), null,
			new Subject(Subject.Kind.PERSON, "tenant", "ada"));

	private static ResponseCache empty(CaffeineCacheManager caches) {
		return new ResponseCache(TestCaches.properties(MAXIMUM, DataSize.ofKilobytes(16), Sharing.NOBODY), caches,
				new StaticListableBeanFactory().getBeanProvider(Peers.class),
				new StaticListableBeanFactory().getBeanProvider(SecondLevel.class), new HandMovedClock(), (_) -> {
				});
	}

	private static StoredAnswer answer(byte[] bytes) {
		return StoredAnswer.of(bytes, new HandMovedClock().instant(), Lifetime.of(Duration.ofMinutes(1)), TAGS);
	}

	/** Of "Aa" and "BB" all texts of one length have the same hash code. */
	@Property
	void keysOfOneHashCodeFindTheirOwn(@ForAll("keysOfOneHashCode") List<Key> keys) {
		assertThat(keys.stream().map(Key::hashCode).distinct()).hasSizeLessThanOrEqualTo(2);
		var cache = empty(new CaffeineCacheManager());
		keys.forEach((key) -> cache.store(key, answer(key.toString().getBytes(StandardCharsets.UTF_8)), cache.mark()));
		assertThat(keys).allSatisfy((key) -> assertThat(Objects.requireNonNull(cache.find(key)).bytes()).asString()
			.isEqualTo(key.toString()));
	}

	@Provide
	Arbitrary<List<Key>> keysOfOneHashCode() {
		var text = Arbitraries.of("AaAa", "AaBB", "BBAa", "BBBB");
		var own = Combinators.combine(text, text)
			.as((tenant, id) -> (Partition) new Partition.Own(new Subject(Subject.Kind.PERSON, tenant, id)));
		var alike = Combinators.combine(text, text, text, text)
			.as((tenant, scope, group,
					book) -> (Partition) new Partition.Alike(tenant, List.of(scope), List.of(), List.of(group), book));
		return Combinators.combine(Arbitraries.oneOf(own, alike), text, text)
			.as(Key::new)
			.list()
			.uniqueElements(Key::toString)
			.ofMaxSize(40);
	}

	@Property(tries = 100)
	void staysWithinItsWeight(@ForAll("sizes") List<List<Integer>> sizes, @ForAll Random random) {
		var caches = new CaffeineCacheManager();
		var cache = empty(caches);
		for (var number = 0; number < sizes.size(); number++) {
			var key = new Key(new Partition.Own(TAGS.askedBy()), "machines.list",
					number + "p".repeat(sizes.get(number).getFirst()));
			cache.store(key, answer(body(sizes.get(number).getLast(), random)), cache.mark());
		}
		var stored = ((CaffeineCache) Objects.requireNonNull(caches.getCache(ResponseCache.NAME))).getNativeCache();
		stored.cleanUp();
		var bytes = stored.asMap().entrySet().stream().mapToInt((entry) -> {
			var answer = (StoredAnswer) entry.getValue();
			return ((Key) entry.getKey()).parameters().length() + answer.bytes().length + answer.gzip().length;
		}).sum();
		assertThat((long) bytes).isLessThanOrEqualTo(MAXIMUM.toBytes());
	}

	/** Half of them compress well, half not at all. */
	private static byte[] body(int length, Random random) {
		var body = new byte[length];
		if (random.nextBoolean()) {
			random.nextBytes(body);
		}
		else {
			random.nextBytes(body);
			Arrays.fill(body, 0, body.length / 3, (byte) 'x');
		}
		return body;
	}

	@Provide
	Arbitrary<List<List<Integer>>> sizes() {
		return Arbitraries.integers().between(0, 16_384).list().ofSize(2).list().ofMinSize(5).ofMaxSize(30);
	}

}
