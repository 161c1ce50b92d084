package io.github.defenderbff.replicas;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.SlotHash;
import org.awaitility.Awaitility;

import org.springframework.util.function.SingletonSupplier;

/**
 * A Redis Cluster of three masters for all tests that need one; it ends with the test
 * run. The master of what must be together has a copy, the others have none.
 */
public final class RealCluster {

	private static final SingletonSupplier<RealCluster> SHARED = SingletonSupplier.of(RealCluster::new);

	private static final Duration LONG = Duration.ofMinutes(1);

	private static final int MASTERS = 3;

	private static final int HOME = SlotHash.getSlot("{bff}");

	private final List<ClusterNode> nodes = Stream.generate(ClusterNode::start).limit(MASTERS + 1L).toList();

	private final Servers servers;

	private RealCluster() {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> this.nodes.forEach(ClusterNode::stop)));
		IntStream.range(0, MASTERS).forEach(this::assign);
		var first = this.nodes.getFirst();
		this.nodes.forEach((node) -> first.tell((server) -> server.clusterMeet("127.0.0.1", node.port())));
		Awaitility.await().atMost(LONG).until(() -> this.nodes.stream().allMatch(this::knowsAll));
		var home = home().<String>tell(RedisCommands::clusterMyId);
		this.nodes.getLast().tell((server) -> server.clusterReplicate(home));
		awaitWhole();
		this.servers = Address.of(url()).servers();
	}

	/** The running cluster. */
	public static RealCluster shared() {
		return SHARED.obtain();
	}

	private void assign(int master) {
		var from = SlotHash.SLOT_COUNT * master / MASTERS;
		var to = SlotHash.SLOT_COUNT * (master + 1) / MASTERS;
		this.nodes.get(master).tell((server) -> {
			server.clusterSetConfigEpoch(master + 1L);
			return server.clusterAddSlots(IntStream.range(from, to).toArray());
		});
	}

	private boolean knowsAll(ClusterNode node) {
		var known = node.<String>tell(RedisCommands::clusterNodes);
		return !known.contains("handshake") && known.lines().count() == this.nodes.size();
	}

	/** Its address, of which two nodes suffice. */
	public String url() {
		return this.nodes.stream()
			.limit(2)
			.map((node) -> "127.0.0.1:" + node.port())
			.collect(Collectors.joining(",", "redis-cluster://", ""));
	}

	Servers servers() {
		return this.servers;
	}

	private Stream<ClusterNode> masters() {
		return this.nodes.stream().filter(ClusterNode::isActive).filter(ClusterNode::isMaster);
	}

	private ClusterNode home() {
		return masters().filter((node) -> node.hasSlot(HOME)).findFirst().orElseThrow();
	}

	/** How many keys that match are at the master that has a copy. */
	public int countAtHome(String pattern) {
		return home().<List<String>>tell((server) -> server.keys(pattern)).size();
	}

	/** Ends the master that has a copy, once that has all it has. */
	public void stopHome() {
		var home = home();
		Awaitility.await().atMost(LONG).until(() -> home.<Long>tell((server) -> {
			server.set("{bff}:last", "written");
			return server.waitForReplication(1, 1000);
		}) == 1);
		home.stop();
	}

	/**
	 * Moves the slot of what must be together to another master, or back; what is in it
	 * is lost.
	 */
	void moveHome() {
		var from = home();
		var to = masters().filter((node) -> node != from && node.hasCopy() != from.hasCopy()).findFirst().orElseThrow();
		var old = from.<String>tell(RedisCommands::clusterMyId);
		var next = to.<String>tell(RedisCommands::clusterMyId);
		to.tell((server) -> server.clusterSetSlotImporting(HOME, old));
		from.tell((server) -> server.clusterSetSlotMigrating(HOME, next));
		from.<List<String>>tell((server) -> server.clusterGetKeysInSlot(HOME, 1000))
			.forEach((key) -> from.tell((server) -> server.del(key)));
		to.tell((server) -> server.clusterSetSlotNode(HOME, next));
		from.tell((server) -> server.clusterSetSlotNode(HOME, next));
	}

	/** Ends a master that has no copy. */
	void stopOther() {
		var home = home();
		masters().filter((node) -> node != home).findFirst().orElseThrow().stop();
	}

	/** Starts what was ended; does nothing if all is there. */
	public void start() {
		this.nodes.forEach(ClusterNode::run);
		awaitWhole();
	}

	private void awaitWhole() {
		Awaitility.await().atMost(LONG).until(() -> this.nodes.stream().allMatch(ClusterNode::isReady));
		Awaitility.await().atMost(LONG).until(() -> masters().count() == MASTERS);
	}

	/** Forgets all it has. */
	public void clear() {
		masters().forEach((node) -> node.tell(RedisCommands::flushall));
	}

}
