package io.github.defenderbff;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;

import io.github.defenderbff.replicas.RealRedis;
import io.github.defenderbff.sealing.TestKeys;
import io.github.sandbox.Sandbox;

import org.springframework.boot.SpringApplication;

/**
 * Two instances of the service that share a Redis, on one sandbox.
 *
 * @param one the first
 * @param other the second
 */
record ReplicatedBff(Bff one, Bff other) implements AutoCloseable {

	static ReplicatedBff start() {
		RealRedis.shared().start();
		var first = URI.create("http://localhost:" + freePort());
		var second = URI.create("http://localhost:" + freePort());
		var sandbox = Sandbox.start(0, 0, first);
		sandbox.entra()
			.redirectUris(Set.of(first.resolve("/login/oauth2/code/defender"),
					second.resolve("/login/oauth2/code/defender")));
		return new ReplicatedBff(start(sandbox, first), start(sandbox, second));
	}

	private static Bff start(Sandbox sandbox, URI address) {
		var own = Stream.of("--server.port=" + address.getPort(), "--signin.base-url=" + address,
				"--management.server.port=0", "--logging.level.root=INFO",
				"--replicas.redis-url=" + RealRedis.shared().uri(), "--sealing.keys=" + TestKeys.setting(1),
				"--responsecache.second-level=redis");
		var common = sandbox.arguments()
			.stream()
			.filter((argument) -> !argument.startsWith("--server.port=") && !argument.startsWith("--signin.base-url="));
		var context = SpringApplication.run(DefenderBff.class, Stream.concat(common, own).toArray(String[]::new));
		return new Bff(address, sandbox, context);
	}

	private static int freePort() {
		try (var socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Sandbox sandbox() {
		return this.one.sandbox();
	}

	@Override
	public void close() {
		this.one.context().close();
		this.other.context().close();
		sandbox().close();
	}

}
