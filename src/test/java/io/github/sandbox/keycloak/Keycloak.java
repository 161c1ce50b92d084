package io.github.sandbox.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.sandbox.organisation.Organisation;
import org.awaitility.Awaitility;

import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * A Keycloak server in a process of its own, with two realms of the same people. It keeps
 * everything in memory and forgets it when it stops.
 */
public final class Keycloak implements AutoCloseable {

	/** The client id of the service. */
	public static final String CLIENT_ID = KeycloakRealm.CLIENT_ID;

	/** The secret of the service. */
	public static final String CLIENT_SECRET = KeycloakRealm.CLIENT_SECRET;

	/** Everybody's password. */
	public static final String PASSWORD = KeycloakRealm.PASSWORD;

	private static final String OTHER_REALM = "elsewhere";

	/** On a busy machine it takes its time. */
	private static final Duration START = Duration.ofMinutes(5);

	private final Path home;

	private final int port = freePort();

	private Process process;

	private Keycloak(Path home) {
		this.home = home;
		this.process = launch();
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
	}

	/**
	 * Starts the unpacked distribution.
	 * @param home where it is
	 * @param apps the addresses of the services that sign people in
	 * @param scopes the scopes of Defender, with short names
	 */
	public static Keycloak start(Path home, List<URI> apps, Collection<String> scopes) {
		for (var realm : List.of(KeycloakRealm.COMPANY, OTHER_REALM)) {
			write(home.resolve("data/import/" + realm + ".json"),
					new KeycloakRealm(realm, apps, scopes, new Organisation()).json());
		}
		var keycloak = new Keycloak(home);
		keycloak.await();
		return keycloak;
	}

	private static void write(Path file, String text) {
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int freePort() {
		try (var socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Process launch() {
		var builder = new ProcessBuilder("sh", "bin/kc.sh", "start-dev", "--import-realm", "--db=dev-mem",
				"--cache=local", "--http-host=127.0.0.1", "--http-port=" + this.port, "--hostname=" + address())
			.directory(this.home.toFile())
			.redirectErrorStream(true)
			.redirectOutput(this.home.resolveSibling("keycloak.log").toFile());
		builder.environment().keySet().removeIf((name) -> name.startsWith("KC_") || name.startsWith("JAVA_"));
		builder.environment()
			.putAll(Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m",
					"KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakAdmin.NAME, "KC_BOOTSTRAP_ADMIN_PASSWORD",
					KeycloakAdmin.PASSWORD));
		try {
			return builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void await() {
		var http = RestClient.create();
		Awaitility.await()
			.atMost(START)
			.ignoreExceptionsInstanceOf(RestClientException.class)
			.failFast("Keycloak ended; see " + this.home.resolveSibling("keycloak.log"), () -> !this.process.isAlive())
			.until(() -> http.get()
				.uri(issuerElsewhere())
				.retrieve()
				.toBodilessEntity()
				.getStatusCode()
				.is2xxSuccessful());
	}

	/** Starts it where it was, as good as new; nobody is signed in any more. */
	public void start() {
		this.process = launch();
		await();
	}

	/** Ends it, with all it knows. */
	public void stop() {
		var children = this.process.descendants().toList();
		this.process.destroy();
		try {
			if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
				children.forEach(ProcessHandle::destroyForcibly);
			}
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	/** Its address. */
	public URI address() {
		return URI.create("http://localhost:" + this.port);
	}

	/** The issuer of the realm. */
	public URI issuer() {
		return address().resolve("/realms/" + KeycloakRealm.COMPANY);
	}

	/** The issuer of a realm with the same people that the service does not trust. */
	public URI issuerElsewhere() {
		return address().resolve("/realms/" + OTHER_REALM);
	}

	/** An address of the protocol, such as {@code certs}, below an issuer. */
	public URI endpoint(URI issuer, String name) {
		return URI.create(issuer + "/protocol/openid-connect/" + name);
	}

	/** Its administration. */
	public KeycloakAdmin admin() {
		return new KeycloakAdmin(address(), KeycloakRealm.COMPANY);
	}

	@Override
	public void close() {
		stop();
	}

}
