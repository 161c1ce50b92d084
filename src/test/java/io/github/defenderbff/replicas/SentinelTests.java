package io.github.defenderbff.replicas;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;

import io.github.defenderbff.sealing.TestKeys;
import io.github.defenderbff.store.Store;
import io.lettuce.core.RedisClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisSentinel;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** A Redis that Sentinel watches, with a copy that takes over. */
class SentinelTests {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final int first = freePort();

	private final int second = freePort();

	private final int watch = freePort();

	private final RedisServer master = server(this.first).build();

	private final RedisServer copy = server(this.second).slaveOf("127.0.0.1", this.first).build();

	private final RedisSentinel sentinel = RedisSentinel.newRedisSentinel()
		.bind("127.0.0.1")
		.port(this.watch)
		.masterName("bff")
		.masterPort(this.first)
		.quorumSize(1)
		.downAfterMilliseconds(1_000L)
		.failOverTimeout(3_000L)
		.build();

	SentinelTests() throws IOException {
	}

	private static RedisServerBuilder server(int port) throws IOException {
		return RedisServer.newRedisServer().port(port).bind("127.0.0.1").setting("save \"\"").setting("appendonly no");
	}

	private static int freePort() throws IOException {
		try (var socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	@BeforeEach
	void start() throws IOException {
		this.master.start();
		this.copy.start();
		this.sentinel.start();
	}

	@AfterEach
	void stop() throws IOException {
		this.sentinel.stop();
		this.copy.stop();
		this.master.stop();
	}

	@Test
	void sessionsAreThereAgainOnceTheCopyHasTakenOver() throws IOException {
		try (var servers = Address.of("redis-sentinel://127.0.0.1:" + this.watch + "#bff").servers();
				var replica = new Replica(TestKeys.ring(1), servers)) {
			Store store = new RedisStore(replica.redis);
			Awaitility.await().atMost(MINUTE).ignoreExceptions().until(() -> copied(store));
			this.master.stop();
			Awaitility.await()
				.atMost(MINUTE)
				.ignoreExceptions()
				.untilAsserted(() -> assertThat(store.find("test:kept", null)).isPresent());
			assertThat(store.add("test:new", new byte[] { 1 }, MINUTE)).as("it can be written").isTrue();
		}
	}

	/** Written, and known to the copy. */
	private boolean copied(Store store) {
		store.add("test:kept", new byte[] { 1 }, MINUTE);
		var link = RedisClient.create("redis://127.0.0.1:" + this.second);
		try (var connection = link.connect()) {
			return connection.sync().exists("test:kept") == 1;
		}
		finally {
			link.shutdown();
		}
	}

}
