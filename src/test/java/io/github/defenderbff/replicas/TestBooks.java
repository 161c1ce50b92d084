package io.github.defenderbff.replicas;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import io.github.defenderbff.quota.SharedBooks;
import io.github.defenderbff.responsecache.TestCaches;
import io.github.defenderbff.sealing.TestKeys;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Books in a real Redis whose clock is that of whoever asks. */
public final class TestBooks implements SharedBooks, AutoCloseable {

	private final Redis redis;

	private final RedisBooks books;

	private TestBooks(int... keys) {
		var ring = TestKeys.ring(keys);
		this.redis = new Redis(RealRedis.shared().servers(), new Messages(ring, Layout.ONE_SERVER),
				new Generations(ring, Layout.ONE_SERVER), TestCaches.empty(Clock.systemUTC()));
		this.books = new RedisBooks(this.redis, ring, Layout.ONE_SERVER, Clock.systemUTC());
	}

	/** The books of one more replica that has these keys. */
	public static TestBooks connected(int... keys) {
		RealRedis.shared().start();
		var books = new TestBooks(keys);
		books.redis.start();
		books.await(true);
		return books;
	}

	/** Waits until Redis is there, or is away. */
	public void await(boolean there) {
		Awaitility.await().atMost(Replica.LONG).until(() -> (this.redis.link() != null) == there);
	}

	@Override
	public @Nullable Page read(String family, @Nullable Page known) {
		var page = this.books.read(family, known);
		return (page != null) ? page.at(Duration.ZERO) : null;
	}

	/** How far the clock of Redis is ahead, as is told in production. */
	public Duration ahead() {
		var page = this.books.read("any", null);
		return (page != null) ? page.ahead() : Duration.ofDays(1);
	}

	@Override
	public Optional<Page> write(String family, Page before, byte[] text, Duration keep) {
		return this.books.write(family, before, text, keep);
	}

	@Override
	public void close() {
		this.redis.stop();
	}

}
