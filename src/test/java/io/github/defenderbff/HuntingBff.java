package io.github.defenderbff;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.stream.Stream;

import io.github.defenderbff.quota.TestQuotas;
import io.github.defenderbff.relay.BreakerReset;
import io.github.sandbox.Sandbox;

import org.springframework.boot.SpringApplication;

/** An instance whose operator set something about hunting. */
final class HuntingBff {

	/** Where queries are sent, whoever answers them. */
	static final String RUN = "/api/advancedqueries/run";

	private HuntingBff() {
	}

	static Bff start(String... settings) {
		var address = freeAddress();
		var sandbox = Sandbox.start(0, 0, address);
		var own = Stream.of("--management.server.port=0", "--logging.level.root=INFO", "--defender.retry-pause=10ms");
		var arguments = Stream.of(sandbox.arguments().stream(), own, Stream.of(settings)).flatMap((some) -> some);
		return new Bff(address, sandbox, SpringApplication.run(DefenderBff.class, arguments.toArray(String[]::new)));
	}

	private static URI freeAddress() {
		try (var socket = new ServerSocket(0)) {
			return URI.create("http://localhost:" + socket.getLocalPort());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Makes all as good as new. */
	static void reset(Bff bff) {
		bff.sandbox().entra().reset();
		bff.sandbox().defender().reset();
		BreakerReset.now(bff.context());
		TestQuotas.forget(bff.context());
	}

	static void close(Bff bff) {
		bff.context().close();
		bff.sandbox().close();
	}

	/** The body of a query. */
	static String query(String text) {
		return "{\"Query\":\"" + text.replace("\"", "\\\"") + "\"}";
	}

}
