package io.github.defenderbff.replicas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.models.partitions.ClusterPartitionParser;
import redis.embedded.RedisServer;

/** A server of a {@link RealCluster}. */
final class ClusterNode {

	private final int port = freePort();

	private final Path files;

	private final RedisClient client = RedisClient.create("redis://127.0.0.1:" + this.port);

	private RedisServer server;

	private ClusterNode(Path files) throws IOException {
		this.files = files;
		this.server = server();
	}

	static ClusterNode start() {
		try {
			var node = new ClusterNode(Files.createTempDirectory("cluster"));
			node.run();
			return node;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** One by which nodes talk to each other as well, ten thousand above. */
	private static int freePort() {
		return IntStream.iterate(20_000 + (int) (ProcessHandle.current().pid() % 5_000), (port) -> port + 1)
			.filter((port) -> isFree(port) && isFree(port + 10_000))
			.findFirst()
			.orElseThrow();
	}

	private static boolean isFree(int port) {
		try (var socket = new ServerSocket(port)) {
			return socket.isBound();
		}
		catch (IOException _) {
			return false;
		}
	}

	private RedisServer server() throws IOException {
		return RedisServer.newRedisServer()
			.port(this.port)
			.bind("127.0.0.1")
			.setting("save \"\"")
			.setting("appendonly no")
			.setting("dir " + this.files)
			.setting("cluster-enabled yes")
			.setting("cluster-node-timeout 2000")
			.setting("cluster-allow-replica-migration no")
			.setting("repl-diskless-sync-delay 0")
			.build();
	}

	void run() {
		try {
			if (!this.server.isActive()) {
				this.server = server();
				this.server.start();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int port() {
		return this.port;
	}

	boolean isActive() {
		return this.server.isActive();
	}

	void stop() {
		try {
			this.server.stop();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	<T> T tell(Function<RedisCommands<String, String>, T> command) {
		try (var connection = this.client.connect()) {
			return command.apply(connection.sync());
		}
	}

	boolean isMaster() {
		return this.<String>tell((server) -> server.info("replication")).contains("role:master");
	}

	boolean hasCopy() {
		return this.<String>tell((server) -> server.info("replication")).contains("connected_slaves:1");
	}

	boolean hasSlot(int slot) {
		return this.<Boolean>tell((server) -> {
			var mine = server.clusterMyId();
			return ClusterPartitionParser.parse(server.clusterNodes()).getPartitionByNodeId(mine).hasSlot(slot);
		});
	}

	/** Finds the cluster whole, and is what it should be in it. */
	boolean isReady() {
		return this.<Boolean>tell((server) -> server.clusterInfo().contains("cluster_state:ok")
				&& !server.info("replication").contains("master_link_status:down"));
	}

}
