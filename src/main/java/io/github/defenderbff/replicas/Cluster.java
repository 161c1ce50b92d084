package io.github.defenderbff.replicas;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.models.partitions.Partitions;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.cluster.pubsub.StatefulRedisClusterPubSubConnection;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;

/**
 * A Redis Cluster. It is there while it is whole: every slot has a master, every master
 * answers, and none of them says that the cluster is down.
 *
 * @param client connects to it
 */
record Cluster(RedisClusterClient client) implements Servers {

	private static final Duration REFRESHED = Duration.ofSeconds(30);

	private static final int HOME = SlotHash.getSlot(Layout.CLUSTER.together(""));

	static Cluster of(List<RedisURI> seeds) {
		var client = RedisClusterClient.create(seeds);
		client.setOptions(ClusterClientOptions.builder(Link.options()).topologyRefreshOptions(refresh()).build());
		return new Cluster(client);
	}

	private static ClusterTopologyRefreshOptions refresh() {
		return ClusterTopologyRefreshOptions.builder().enablePeriodicRefresh(REFRESHED).build();
	}

	@Override
	public Layout layout() {
		return Layout.CLUSTER;
	}

	/** What was a master when the last connections broke may not be one any more. */
	@Override
	public Wires connect() {
		this.client.refreshPartitions();
		var connection = this.client.connect(Link.CODEC);
		try {
			return connect(connection, this.client.connectPubSub(Link.CODEC));
		}
		catch (RuntimeException ex) {
			var _ = connection.closeAsync();
			throw ex;
		}
	}

	private static Wires connect(StatefulRedisClusterConnection<String, byte[]> connection,
			StatefulRedisClusterPubSubConnection<String, byte[]> subscriptions) {
		try {
			return new Many(connection, masters(connection), subscriptions, home(subscriptions));
		}
		catch (RuntimeException ex) {
			var _ = subscriptions.closeAsync();
			throw ex;
		}
	}

	private static Set<StatefulRedisConnection<String, byte[]>> masters(
			StatefulRedisClusterConnection<String, byte[]> connection) {
		var masters = connection.getPartitions().stream().filter(Cluster::isMaster).toList();
		if (masters.stream().mapToInt((node) -> node.getSlots().size()).sum() < SlotHash.SLOT_COUNT) {
			throw new RedisException("Some slots of the cluster have no master");
		}
		return masters.stream()
			.map(RedisClusterNode::getUri)
			.map((uri) -> connection.getConnection(uri.getHost(), uri.getPort()))
			.collect(Collectors.toUnmodifiableSet());
	}

	private static boolean isMaster(RedisClusterNode node) {
		return node.getRole().isUpstream() && !node.hasNoSlots();
	}

	/**
	 * The server to which changes are told, so that none has to find its way from one
	 * server to another.
	 */
	private static StatefulRedisPubSubConnection<String, byte[]> home(
			StatefulRedisClusterPubSubConnection<String, byte[]> subscriptions) {
		var uri = home(subscriptions.getPartitions());
		return subscriptions.getConnection(uri.getHost(), uri.getPort());
	}

	private static RedisURI home(Partitions partitions) {
		return partitions.stream()
			.filter((node) -> isMaster(node) && node.hasSlot(HOME))
			.findFirst()
			.map(RedisClusterNode::getUri)
			.orElseThrow(() -> new RedisException("Some slots of the cluster have no master"));
	}

	@Override
	public void close() {
		this.client.shutdown();
	}

	/**
	 * Connections to every master.
	 *
	 * @param connection sends each command to the master it is for
	 * @param masters those through which it does
	 * @param subscriptions makes subscriptions at any server
	 * @param subscription the one at the server to which changes are told
	 */
	private record Many(StatefulRedisClusterConnection<String, byte[]> connection,
			Set<StatefulRedisConnection<String, byte[]>> masters,
			StatefulRedisClusterPubSubConnection<String, byte[]> subscriptions,
			StatefulRedisPubSubConnection<String, byte[]> subscription) implements Wires {

		@Override
		public RedisClusterAsyncCommands<String, byte[]> commands() {
			return this.connection.async();
		}

		@Override
		public List<StatefulConnection<?, ?>> all() {
			var own = Stream.of(this.connection, this.subscription, this.subscriptions);
			return Stream.<StatefulConnection<?, ?>>concat(own, this.masters.stream()).toList();
		}

		@Override
		public String server() {
			return this.masters.stream()
				.map((master) -> Link.process(master.async()))
				.sorted()
				.collect(Collectors.joining(" "));
		}

		@Override
		public void check() {
			if (!Cluster.masters(this.connection).equals(this.masters)
					|| !home(this.subscriptions).equals(this.subscription)) {
				throw new RedisException("The cluster has other masters than before");
			}
			var states = this.masters.stream().map((master) -> master.async().clusterInfo()).toList();
			if (!states.stream().map(Link::await).allMatch((state) -> state.contains("cluster_state:ok"))) {
				throw new RedisException("The cluster says that it is down");
			}
		}

		@Override
		public void close() {
			var _ = this.connection.closeAsync();
			var _ = this.subscriptions.closeAsync();
		}

	}

}
