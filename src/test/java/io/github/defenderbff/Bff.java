package io.github.defenderbff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.nio.file.Files;

import io.github.defenderbff.policy.RoleBookReload;
import io.github.sandbox.Sandbox;
import io.github.sandbox.organisation.Person;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * The running service.
 *
 * @param address where it is
 * @param sandbox what it talks to
 * @param context its inside, for the few tests that need it
 */
public record Bff(URI address, Sandbox sandbox, ConfigurableApplicationContext context) {

	/** Where its health and metrics are. */
	public URI management() {
		return URI.create("http://localhost:" + this.context.getEnvironment().getProperty("local.management.port"));
	}

	/** Puts another role book in force, until the next test. */
	public void keepRoleBook(String text) {
		try {
			Files.writeString(this.sandbox.roleBook(), text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		RoleBookReload.now(this.context);
	}

	/** A client without a session. */
	public Client anonymous() {
		return new Client(this.address);
	}

	/** An application that never called before, with these roles on the service. */
	Daemon daemon(String... roles) {
		var claims = Map.of("azp", UUID.randomUUID().toString(), "roles", List.of(roles));
		return withToken(this.sandbox.entra().daemonToken(claims));
	}

	/** The sandbox's own application, with these roles on the service. */
	Daemon nightWatch(String... roles) {
		return withToken(this.sandbox.entra().daemonToken(roles));
	}

	/** Somebody who calls with this token. */
	Daemon withToken(String token) {
		return new Daemon(anonymous(), token);
	}

	/** A client with the person's session, made as a browser makes it. */
	public Client signIn(Person person) {
		var client = anonymous();
		client.signIn(person);
		return client;
	}

}
