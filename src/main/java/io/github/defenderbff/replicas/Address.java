package io.github.defenderbff.replicas;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

import io.github.defenderbff.problem.SettingProblem;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterURIUtil;

/**
 * Where Redis is, as REDIS_URL says.
 *
 * @param layout whether it is a cluster
 * @param uris one, or of a cluster those nodes that are asked for the others
 */
record Address(Layout layout, List<RedisURI> uris) {

	private static final Pattern CLUSTER = Pattern.compile("(rediss?)-cluster(://.*)");

	/** Reads it; its text may hold a password, and is not told. */
	static Address of(String url) {
		try {
			var cluster = CLUSTER.matcher(url);
			return cluster.matches() ? cluster(cluster.group(1) + cluster.group(2)) : oneServer(RedisURI.create(url));
		}
		catch (SettingProblem ex) {
			throw ex;
		}
		catch (RuntimeException _) {
			throw notAnAddress();
		}
	}

	private static SettingProblem notAnAddress() {
		return new SettingProblem("REDIS_URL is not the address of a Redis.",
				"Set REDIS_URL to an address such as rediss://user:password@redis.example.com:6379,"
						+ " or rediss-cluster://user:password@one.example.com:6379,other.example.com:6379.");
	}

	private static Address oneServer(RedisURI uri) {
		if (uri.getHost() != null && uri.getHost().contains(",")) {
			throw new SettingProblem("REDIS_URL has several hosts, and is not the address of a cluster.",
					"Begin it with redis-cluster:// or rediss-cluster:// if it is one.");
		}
		return new Address(Layout.ONE_SERVER, List.of(uri));
	}

	private static Address cluster(String url) {
		if (RedisURI.create(url).getDatabase() != 0) {
			throw new SettingProblem("REDIS_URL has a database, and a cluster has none but 0.", "Leave it out.");
		}
		var uris = RedisClusterURIUtil.toRedisURIs(URI.create(url));
		if (uris.isEmpty()) {
			throw notAnAddress();
		}
		uris.forEach((uri) -> uri.setTimeout(Link.PATIENCE));
		return new Address(Layout.CLUSTER, uris);
	}

	/** Makes a client, which connects to nothing yet. */
	Servers servers() {
		return switch (this.layout) {
			case ONE_SERVER -> OneServer.at(this.uris.getFirst());
			case CLUSTER -> Cluster.of(this.uris);
		};
	}

}
