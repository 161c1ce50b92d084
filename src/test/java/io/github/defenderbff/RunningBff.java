package io.github.defenderbff;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.stream.Stream;

import io.github.defenderbff.policy.RoleBookReload;
import io.github.defenderbff.relay.BreakerReset;
import io.github.defenderbff.quota.TestQuotas;
import io.github.sandbox.Sandbox;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.boot.SpringApplication;
import org.springframework.util.function.SingletonSupplier;

/**
 * Hands the running service to tests, and makes the sandbox as good as new before each;
 * nothing of a limit is used then.
 */
final class RunningBff implements ParameterResolver, BeforeEachCallback {

	private static final SingletonSupplier<Bff> BFF = SingletonSupplier.of(RunningBff::start);

	private static Bff start() {
		var address = URI.create("http://localhost:" + freePort());
		var sandbox = Sandbox.start(0, 0, address);
		var arguments = Stream.concat(sandbox.arguments().stream(),
				Stream.of("--management.server.port=0", "--logging.level.root=INFO", "--defender.retry-pause=10ms"));
		var context = SpringApplication.run(DefenderBff.class, arguments.toArray(String[]::new));
		return new Bff(address, sandbox, context);
	}

	static int freePort() {
		try (var socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		BFF.obtain().sandbox().entra().reset();
		BFF.obtain().sandbox().defender().reset();
		BreakerReset.now(BFF.obtain().context());
		TestQuotas.forget(BFF.obtain().context());
		if (BFF.obtain().sandbox().restoreRoleBook()) {
			RoleBookReload.now(BFF.obtain().context());
		}
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Bff.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return BFF.obtain();
	}

}
