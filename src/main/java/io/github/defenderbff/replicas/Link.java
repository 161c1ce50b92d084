package io.github.defenderbff.replicas;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.async.RedisServerAsyncCommands;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;

/**
 * Connections to one Redis: for commands, and for what others tell. Once one of them
 * broke, messages may have been missed and the server may be another; the link is over.
 *
 * @param wires the connections
 * @param broken whether one of them was ever interrupted
 * @param server what tells the processes apart that are behind it
 */
record Link(Wires wires, AtomicBoolean broken, String server) implements AutoCloseable {

	/** After this Redis counts as away. */
	static final Duration PATIENCE = Duration.ofSeconds(2);

	static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

	private static final Duration CONNECTING = Duration.ofSeconds(2);

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
	static Link open(Servers servers, List<String> channels, BiConsumer<String, byte[]> listener) {
		var wires = servers.connect();
		try {
			var broken = new AtomicBoolean();
			wires.all().forEach((each) -> each.addListener(new Interruption(broken)));
			wires.subscription().addListener(new Listener(listener));
			await(wires.subscription().async().subscribe(channels.toArray(String[]::new)));
			return new Link(wires, broken, wires.server());
		}
		catch (RuntimeException ex) {
			wires.close();
			throw ex;
		}
	}

	/** What tells that process from every other. */
	static String process(RedisServerAsyncCommands<String, byte[]> server) {
		return await(server.info("server")).lines()
			.filter((line) -> line.startsWith("run_id:"))
			.findFirst()
			.orElseThrow(() -> new RedisException("Redis does not tell its run_id"));
	}

	static <T> T await(RedisFuture<T> answer) {
		return LettuceFutures.awaitOrCancel(answer, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
	}

	RedisClusterAsyncCommands<String, byte[]> commands() {
		return this.wires.commands();
	}

	/** Fails with a {@link RedisException} if it is over, or one end does not answer. */
	void check() {
		if (!this.broken.get()) {
			this.wires.check();
			await(this.wires.subscription().async().ping());
		}
		if (this.broken.get()) {
			throw new RedisException("The connection was interrupted");
		}
	}

	/** Does not wait until they are closed. */
	@Override
	public void close() {
		this.broken.set(true);
		this.wires.close();
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
