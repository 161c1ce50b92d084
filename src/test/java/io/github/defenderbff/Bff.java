package io.github.defenderbff;

import java.net.URI;

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

	/** A client without a session. */
	public Client anonymous() {
		return new Client(this.address);
	}

	/** A client with the person's session, made as a browser makes it. */
	public Client signIn(Person person) {
		var client = anonymous();
		client.signIn(person);
		return client;
	}

}
