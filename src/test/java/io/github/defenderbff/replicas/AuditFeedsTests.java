package io.github.defenderbff.replicas;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionException;

import io.github.defenderbff.audit.AuditStream.Feed;
import io.github.defenderbff.sealing.TestKeys;
import io.lettuce.core.Range;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The audit in a real Redis. */
class AuditFeedsTests {

	private final RealRedis server = RealRedis.shared();

	private final Replica replica;

	private final AuditFeeds feeds;

	AuditFeedsTests() {
		this.server.start();
		this.server.clear();
		this.replica = new Replica(TestKeys.ring(1));
		this.feeds = new AuditFeeds(this.replica.redis, 100);
	}

	@BeforeEach
	@AfterEach
	void runs() {
		this.server.start();
	}

	@AfterEach
	void close() {
		this.replica.close();
	}

	private List<String> entries(String feed) {
		try (var connection = this.server.connect()) {
			return connection.sync()
				.xrange(feed, Range.unbounded())
				.stream()
				.map((message) -> new String(message.getBody().get(AuditFeeds.ENTRY), StandardCharsets.UTF_8))
				.toList();
		}
	}

	@Test
	void whatIsConfirmedIsThereInOrder() {
		this.feeds.append(Feed.CALLERS, "{\"first\":\"å\"}").join();
		this.feeds.append(Feed.CALLERS, "{\"second\":2}").join();
		assertThat(entries(AuditFeeds.CALLERS)).containsExactly("{\"first\":\"å\"}", "{\"second\":2}");
	}

	@Test
	void nobodyPushesOutWhatKnownCallersDid() {
		this.feeds.append(Feed.CALLERS, "kept").join();
		for (var flood = 0; flood < 1000; flood++) {
			this.feeds.append(Feed.ANYBODY, "flood").join();
		}
		assertThat(entries(AuditFeeds.CALLERS)).containsExactly("kept");
		assertThat(entries(AuditFeeds.ANYBODY)).hasSizeBetween(100, 300);
	}

	@Test
	void whileRedisIsAwayNothingIsConfirmed() {
		this.server.stop();
		assertThatExceptionOfType(CompletionException.class)
			.isThrownBy(() -> this.feeds.append(Feed.CALLERS, "{}").join());
		Awaitility.await().atMost(Replica.LONG).until(() -> this.replica.redis.link() == null);
		this.server.start();
		Awaitility.await().atMost(Replica.LONG).until(() -> this.replica.redis.link() != null);
		this.feeds.append(Feed.CALLERS, "{}").join();
	}

	@Test
	void redisThatDoesNotAnswerConfirmsNothingAndCountsAsAway() {
		try (var connection = this.server.connect()) {
			var link = this.replica.redis.link();
			connection.sync().clientPause(3000);
			assertThatExceptionOfType(CompletionException.class)
				.isThrownBy(() -> this.feeds.append(Feed.CALLERS, "{}").join());
			assertThat(this.replica.redis.link()).isNotSameAs(link);
		}
		Awaitility.await().atMost(Replica.LONG).until(() -> this.replica.redis.link() != null);
	}

	@Test
	void keyOfAnotherTypeConfirmsNothingAndIsNoOutage() {
		try (var connection = this.server.connect()) {
			connection.sync().set(AuditFeeds.CALLERS, new byte[1]);
		}
		assertThatExceptionOfType(CompletionException.class)
			.isThrownBy(() -> this.feeds.append(Feed.CALLERS, "{}").join());
		assertThat(this.replica.redis.link()).isNotNull();
	}

}
