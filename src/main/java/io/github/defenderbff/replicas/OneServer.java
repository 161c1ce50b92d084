package io.github.defenderbff.replicas;

import java.util.List;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;

/**
 * A Redis that is one server, or one that Sentinel names.
 *
 * @param client connects to it
 */
record OneServer(RedisClient client) implements Servers {

	static OneServer at(RedisURI uri) {
		var client = RedisClient.create(uri);
		client.setOptions(Link.options());
		return new OneServer(client);
	}

	@Override
	public Layout layout() {
		return Layout.ONE_SERVER;
	}

	@Override
	public Wires connect() {
		var connection = this.client.connect(Link.CODEC);
		try {
			return new Two(connection, this.client.connectPubSub(Link.CODEC));
		}
		catch (RuntimeException ex) {
			var _ = connection.closeAsync();
			throw ex;
		}
	}

	@Override
	public void close() {
		this.client.shutdown();
	}

	/** A connection for commands, and one for what others tell. */
	private record Two(StatefulRedisConnection<String, byte[]> connection,
			StatefulRedisPubSubConnection<String, byte[]> subscription) implements Wires {

		@Override
		public RedisClusterAsyncCommands<String, byte[]> commands() {
			return this.connection.async();
		}

		@Override
		public List<StatefulConnection<?, ?>> all() {
			return List.of(this.connection, this.subscription);
		}

		@Override
		public String server() {
			return Link.process(this.connection.async());
		}

		@Override
		public void check() {
			Link.await(this.connection.async().ping());
		}

		@Override
		public void close() {
			var _ = this.connection.closeAsync();
			var _ = this.subscription.closeAsync();
		}

	}

}
