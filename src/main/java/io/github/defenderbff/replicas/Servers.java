package io.github.defenderbff.replicas;

/** The server or servers that REDIS_URL leads to. */
sealed interface Servers extends AutoCloseable permits OneServer, Cluster {

	Layout layout();

	/** Connects; fails with a {@link io.lettuce.core.RedisException}. */
	Wires connect();

	/** Ends all connections. */
	@Override
	void close();

}
