package io.github.defenderbff.replicas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import redis.embedded.RedisServer;

import org.springframework.util.function.SingletonSupplier;

/** A Redis server for all tests that need one; it ends with the test run. */
public final class RealRedis {

	private static final SingletonSupplier<RealRedis> SHARED = SingletonSupplier.of(RealRedis::new);

	private final int port;

	private final RedisClient client;

	private final List<String> messages = new CopyOnWriteArrayList<>();

	private RedisServer server;

	private RealRedis() {
		this.port = freePort();
		this.client = RedisClient.create(uri().toString());
		this.client.setOptions(Link.options());
		this.server = started(this.port);
		Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
	}

	/** The running server. */
	public static RealRedis shared() {
		return SHARED.obtain();
	}

	private static int freePort() {
		try (var socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static RedisServer started(int port) {
		try {
			var server = RedisServer.newRedisServer()
				.port(port)
				.bind("127.0.0.1")
				.setting("save \"\"")
				.setting("appendonly no")
				.build();
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Its address. */
	public URI uri() {
		return URI.create("redis://127.0.0.1:" + this.port);
	}

	Servers servers() {
		return new OneServer(this.client);
	}

	/** Ends it, with all it knows. */
	public void stop() {
		try {
			this.server.stop();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Starts it where it was; does nothing if it runs. */
	public void start() {
		if (!this.server.isActive()) {
			this.server = started(this.port);
		}
	}

	StatefulRedisConnection<String, byte[]> connect() {
		return this.client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
	}

	/** Writes down from now on whatever is told on any channel. */
	public AutoCloseable listen() {
		var connection = this.client.connectPubSub(StringCodec.ASCII);
		connection.addListener(new RedisPubSubAdapter<>() {

			@Override
			public void message(String pattern, String channel, String message) {
				RealRedis.this.messages.add(channel + message);
			}

		});
		connection.sync().psubscribe("*");
		return connection;
	}

	/** Forgets all it has. */
	public void clear() {
		try (var connection = connect()) {
			connection.sync().flushall();
		}
	}

	/** How many answers it has. */
	public int answers() {
		try (var connection = connect()) {
			return connection.sync().keys("bff:answer:*").size();
		}
	}

	private static Stream<byte[]> values(StatefulRedisConnection<String, byte[]> connection, String key) {
		return switch (connection.sync().type(key)) {
			case "set" -> connection.sync().smembers(key).stream();
			default -> Stream.ofNullable(connection.sync().get(key));
		};
	}

	/** Answers nobody for so long, and forgets nothing. */
	public void pause(Duration time) {
		try (var connection = connect()) {
			connection.sync().clientPause(time.toMillis());
		}
	}

	/** The audit in it, oldest first. */
	public List<String> audit() {
		try (var connection = connect()) {
			return connection.sync()
				.xrange(AuditFeeds.CALLERS, Range.unbounded())
				.stream()
				.map((message) -> new String(message.getBody().get(AuditFeeds.ENTRY), StandardCharsets.UTF_8))
				.toList();
		}
	}

	/**
	 * All that anybody could read in it, but for the audit, which is there to be read:
	 * messages, and keys with their values.
	 */
	public List<String> contents() {
		try (var connection = connect()) {
			var contents = new CopyOnWriteArrayList<>(this.messages);
			for (var key : connection.sync().keys("*")) {
				if (key.startsWith(AuditFeeds.CALLERS)) {
					continue;
				}
				contents.add(key);
				values(connection, key).map((value) -> new String(value, StandardCharsets.ISO_8859_1))
					.forEach(contents::add);
			}
			return contents;
		}
	}

}
