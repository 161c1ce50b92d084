package io.github.defenderbff;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.stream.Stream;

import io.github.sandbox.Sandbox;

import org.springframework.boot.SpringApplication;

/**
 * An instance that asks often and has no limits to heed, so that what it tells is told
 * soon.
 */
final class LiveBff {

	private LiveBff() {
	}

	static Bff start(String... settings) {
		var address = freeAddress();
		var sandbox = Sandbox.start(0, 0, address);
		sandbox.defender().throttle(false);
		var own = Stream.of("--management.server.port=0", "--springdoc.api-docs.enabled=false",
				"--logging.level.root=INFO", "--live.heartbeat=500ms", "--live.retry=1s",
				"--live.action-interval=100ms", "--live.alert-interval=100ms",
				"--responsecache.lifetimes.[machineActions.get].fresh=10ms",
				"--responsecache.lifetimes.[machineActions.get].if-error=0s",
				"--quota.limits.[machineActions.get].per-minute=0", "--quota.limits.[machineActions.get].per-hour=0",
				"--quota.limits.[alerts.list].per-minute=0", "--quota.limits.[alerts.list].per-hour=0");
		var names = Stream.of(settings).map(LiveBff::name).toList();
		var arguments = Stream
			.of(sandbox.arguments().stream(), own.filter((argument) -> !names.contains(name(argument))),
					Stream.of(settings))
			.flatMap((each) -> each);
		return new Bff(address, sandbox, SpringApplication.run(DefenderBff.class, arguments.toArray(String[]::new)));
	}

	private static String name(String argument) {
		return argument.substring(0, argument.indexOf('='));
	}

	private static URI freeAddress() {
		try (var socket = new ServerSocket(0)) {
			return URI.create("http://localhost:" + socket.getLocalPort());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
