package io.github.defenderbff.replicas;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;

/**
 * Two connections to one Redis: for commands, and for what others tell. Once one of them
 * broke, messages may have been missed and the server may be another; the link is over.
 *
 * @param connection for commands
 * @param subscription for what others tell
 * @param broken whether one of them was ever interrupted
 * @param server what tells the process apart that is behind it: one that was started anew
 * may have forgotten the last changes
 */
record Link(StatefulRedisConnection<String, byte[]> connection,
		StatefulRedisPubSubConnection<String, byte[]> subscription, AtomicBoolean broken,
		String server) implements AutoCloseable {

	/** After this Redis counts as away. */
	static final Duration PATIENCE = Duration.ofSeconds(2);

	private static final Duration CONNECTING = Duration.ofSeconds(2);

	private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

	/** Nothing waits long, or for a connection that broke. */
	static ClientOptions options() {
		return ClientOptions.builder()
			.autoReconnect(false)
			.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
			.socketOptions(SocketOptions.builder().connectTimeout(CONNECTING).build())
			.timeoutOptions(TimeoutOptions.enabled(PATIENCE))
			.build();
	}

	/** Connects and subscribes; fails with a {@link RedisException}. */
	static Link open(RedisClient client, List<String> channels, BiConsumer<String, byte[]> listener) {
		var connection = client.connect(CODEC);
		try {
			return open(connection, client.connectPubSub(CODEC), channels, listener);
		}
		catch (RuntimeException ex) {
			var _ = connection.closeAsync();
			throw ex;
		}
	}

	private static Link open(StatefulRedisConnection<String, byte[]> connection,
			StatefulRedisPubSubConnection<String, byte[]> subscription, List<String> channels,
			BiConsumer<String, byte[]> listener) {
		var broken = new AtomicBoolean();
		connection.addListener(new Interruption(broken));
		subscription.addListener(new Interruption(broken));
		subscription.addListener(new Listener(listener));
		try {
			await(subscription.async().subscribe(channels.toArray(String[]::new)));
			return new Link(connection, subscription, broken, server(await(connection.async().info("server"))));
		}
		catch (RuntimeException ex) {
			var _ = subscription.closeAsync();
			throw ex;
		}
	}

	private static String server(String info) {
		return info.lines()
			.filter((line) -> line.startsWith("run_id:"))
			.findFirst()
			.orElseThrow(() -> new RedisException("Redis does not tell its run_id"));
	}

	private static <T> T await(RedisFuture<T> answer) {
		return LettuceFutures.awaitOrCancel(answer, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
	}

	RedisAsyncCommands<String, byte[]> commands() {
		return this.connection.async();
	}

	/** Fails with a {@link RedisException} if it is over, or one end does not answer. */
	void check() {
		if (!this.broken.get()) {
			await(this.connection.async().ping());
			await(this.subscription.async().ping());
		}
		if (this.broken.get()) {
			throw new RedisException("The connection was interrupted");
		}
	}

	/** Does not wait until they are closed. */
	@Override
	public void close() {
		this.broken.set(true);
		var _ = this.connection.closeAsync();
		var _ = this.subscription.closeAsync();
	}

	/** Remembers that a connection was interrupted. */
	private record Interruption(AtomicBoolean broken) implements RedisConnectionStateListener {

		@Override
		public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
			this.broken.set(true);
		}

	}

	/** Hands on what was told. */
	private static final class Listener extends RedisPubSubAdapter<String, byte[]> {

		private final BiConsumer<String, byte[]> messages;

		private Listener(BiConsumer<String, byte[]> messages) {
			this.messages = messages;
		}

		@Override
		public void message(String channel, byte[] message) {
			this.messages.accept(channel, message);
		}

	}

}
