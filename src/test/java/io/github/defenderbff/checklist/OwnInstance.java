package io.github.defenderbff.checklist;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import io.github.defenderbff.Bff;
import io.github.defenderbff.DefenderBff;
import io.github.sandbox.Sandbox;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/** Instances of the service whose settings are not those of the shared one. */
final class OwnInstance {

	private OwnInstance() {
	}

	/** An address where nothing is yet. */
	static URI freeAddress() {
		try (var socket = new ServerSocket(0)) {
			return URI.create("http://localhost:" + socket.getLocalPort());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Starts one that believes this clock; settings win over the sandbox's. */
	static Bff start(Sandbox sandbox, URI address, Clock clock, String... settings) {
		var own = Stream.concat(Stream.of("--server.port=" + address.getPort(), "--management.server.port=0",
				"--logging.level.root=INFO"), Stream.of(settings));
		var names = Stream.concat(Stream.of("--server.port"), Stream.of(settings).map(OwnInstance::name)).toList();
		var arguments = Stream
			.concat(sandbox.arguments().stream().filter((argument) -> !names.contains(name(argument))), own);
		var context = new SpringApplicationBuilder(DefenderBff.class)
			.initializers((empty) -> ((GenericApplicationContext) empty).registerBean("ownClock", Clock.class,
					() -> clock, (definition) -> definition.setPrimary(true)))
			.run(arguments.toArray(String[]::new));
		return new Bff(address, sandbox, context);
	}

	private static String name(String argument) {
		return List.of(argument.split("=", 2)).getFirst();
	}

}
