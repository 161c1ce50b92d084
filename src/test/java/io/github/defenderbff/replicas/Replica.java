package io.github.defenderbff.replicas;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.responsecache.Key;
import io.github.defenderbff.responsecache.Lifetime;
import io.github.defenderbff.responsecache.Partition;
import io.github.defenderbff.responsecache.ResponseCache;
import io.github.defenderbff.responsecache.StoredAnswer;
import io.github.defenderbff.responsecache.Tags;
import io.github.defenderbff.responsecache.TestCaches;
import io.github.defenderbff.sealing.KeyRing;
import io.github.defenderbff.sealing.TestKeys;
import io.github.defenderbff.signin.Subject;
import org.awaitility.Awaitility;

/** What a replica has of this module, without the rest. */
final class Replica implements AutoCloseable {

	static final Subject ADA = new Subject(Subject.Kind.PERSON, "tenant", "ada");

	static final Tags TAGS = new Tags(Set.of("machines"), "m1", ADA);

	static final Key KEY = new Key(new Partition.Own(ADA), "machines.get", "id=2:m1&");

	static final Duration LONG = Duration.ofSeconds(20);

	final HandMovedClock clock = new HandMovedClock();

	final ResponseCache cache = TestCaches.empty(this.clock);

	final Redis redis;

	final OtherReplicas others;

	final SharedAnswers answers;

	Replica(KeyRing ring) {
		this(ring, RealRedis.shared().servers());
	}

	Replica(KeyRing ring, Servers servers) {
		var generations = new Generations(ring, servers.layout());
		this.redis = new Redis(servers, new Messages(ring, servers.layout()), generations, this.cache);
		this.others = new OtherReplicas(this.redis, true);
		this.answers = new SharedAnswers(this.redis, generations, ring, this.clock);
		this.redis.start();
		Awaitility.await().atMost(LONG).until(() -> this.redis.upToDate() != null);
	}

	/** One that shares the cluster with others. */
	static Replica inCluster(int... keys) {
		return new Replica(TestKeys.ring(keys), RealCluster.shared().servers());
	}

	/** An answer that Defender gave now. */
	StoredAnswer answer(String body) {
		return StoredAnswer.of(body.getBytes(StandardCharsets.UTF_8), this.clock.instant(),
				new Lifetime(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofMinutes(1)), TAGS);
	}

	/** Stores an answer as if Defender had just been asked. */
	void put(Key key, StoredAnswer answer) {
		var place = this.answers.find(key, answer.tags()).place();
		var before = RealRedis.shared().answers();
		place.put(answer);
		Awaitility.await().atMost(LONG).until(() -> RealRedis.shared().answers() > before);
	}

	/** The body of the answer that is found; empty for none. */
	String found(Key key, Tags tags) {
		var answer = this.answers.find(key, tags).answer();
		return (answer != null) ? new String(answer.bytes(), StandardCharsets.UTF_8) : "";
	}

	@Override
	public void close() {
		this.redis.stop();
	}

}
