package io.github.defenderbff.replicas;

import java.util.List;

import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;

/** Open connections to one server, or to those of a cluster. */
interface Wires extends AutoCloseable {

	RedisClusterAsyncCommands<String, byte[]> commands();

	/** Where is heard what others tell. */
	StatefulRedisPubSubConnection<String, byte[]> subscription();

	/** Everything of which nothing may be interrupted. */
	List<StatefulConnection<?, ?>> all();

	/**
	 * What tells the processes apart that are behind it: one that was started anew may
	 * have forgotten the last changes.
	 */
	String server();

	/**
	 * Fails with a {@link io.lettuce.core.RedisException} unless all servers answer, and
	 * are those that they were.
	 */
	void check();

	/** Does not wait until they are closed. */
	@Override
	void close();

}
