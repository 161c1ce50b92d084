package io.github.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.github.sandbox.defender.DefenderLookAlike;
import io.github.sandbox.entra.EntraApp;
import io.github.sandbox.entra.EntraDaemon;
import io.github.sandbox.entra.EntraLookAlike;
import io.github.sandbox.organisation.Organisation;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Entra and Defender look-alikes for the BFF and a daemon that calls it, started
 * together.
 */
public final class Sandbox implements AutoCloseable {

	/** Kept, because the JDK's log manager does not. */
	private static final Logger TOMCAT = Logger.getLogger("org.apache");

	/** The client id of Night watch, a service that calls the BFF for itself. */
	public static final String DAEMON_CLIENT_ID = "da3e0000-0000-4000-8000-000000000002";

	/** The secret of Night watch. */
	public static final String DAEMON_CLIENT_SECRET = "daemon-secret";

	/** The client id of the BFF. */
	public static final String CLIENT_ID = "b1ff0000-0000-4000-8000-000000000001";

	private static final String CLIENT_SECRET = "sandbox-secret";

	/** What an administrator has consented to for everybody. */
	private static final Set<String> CONSENTED = Set.of("Machine.Read", "Alert.Read", "Alert.ReadWrite",
			"User.Read.All", "File.Read.All", "Ip.Read.All", "URL.Read.All", "Software.Read", "Vulnerability.Read",
			"SecurityRecommendation.Read", "AdvancedQuery.Read", "RemediationTasks.Read", "Score.Read",
			"SecurityBaselinesAssessment.Read", "Machine.Isolate", "Machine.CollectForensics", "Machine.Scan");

	private static final EntraDaemon NIGHT_WATCH = new EntraDaemon(DAEMON_CLIENT_ID, DAEMON_CLIENT_SECRET,
			"Night watch", Set.of("Machine.Read.All", "Alert.Read.All", "Machine.Isolate"));

	private static final Set<String> ADMINISTRATORS_ONLY = Set.of("Machine.Offboard", "Machine.LiveResponse");

	private final EntraLookAlike entra;

	private final DefenderLookAlike defender;

	private final RoleBookCopy roleBook = RoleBookCopy.create();

	private final URI bff;

	private Sandbox(EntraLookAlike entra, DefenderLookAlike defender, URI bff) {
		this.entra = entra;
		this.defender = defender;
		this.bff = bff;
	}

	/**
	 * Starts both.
	 * @param entraPort Entra's port, or 0 for any
	 * @param defenderPort Defender's port, or 0 for any
	 * @param bff the address of the service that signs in here
	 */
	public static Sandbox start(int entraPort, int defenderPort, URI bff) {
		return start(entraPort, defenderPort, bff, new Organisation());
	}

	/** Starts both for a company of other people. */
	static Sandbox start(int entraPort, int defenderPort, URI bff, Organisation organisation) {
		TOMCAT.setLevel(Level.WARNING);
		LoggingSystem.get(Sandbox.class.getClassLoader()).setLogLevel("ROOT", LogLevel.WARN);
		var app = new EntraApp(CLIENT_ID, CLIENT_SECRET,
				Set.of(bff.resolve("/login/oauth2/code/defender"), bff.resolve("/login/admin-consent/callback")),
				bff.resolve("/"), CONSENTED, ADMINISTRATORS_ONLY);
		var entra = EntraLookAlike.start(entraPort, organisation, app, NIGHT_WATCH);
		var defender = DefenderLookAlike.start(defenderPort, organisation, entra::jwksUri, Clock.systemUTC());
		entra.huntIn(defender.hunting());
		return new Sandbox(entra, defender, bff);
	}

	public EntraLookAlike entra() {
		return this.entra;
	}

	public DefenderLookAlike defender() {
		return this.defender;
	}

	/** The company's role book; tests may write another one. */
	public Path roleBook() {
		return this.roleBook.file();
	}

	/** Makes the role book what the company wrote; false when it was that. */
	public boolean restoreRoleBook() {
		return this.roleBook.restore();
	}

	/**
	 * The settings with which the service uses the sandbox, as command-line arguments.
	 */
	public List<String> arguments() {
		return Map
			.of("spring.profiles.active", "sandbox", "server.port", Integer.toString(this.bff.getPort()),
					"signin.base-url", this.bff.toString(), "defender.api-base-url-override",
					this.defender.baseUri().toString(), "spring.security.oauth2.client.provider.entra.issuer-uri",
					this.entra.issuer().toString(), "spring.security.oauth2.client.registration.defender.client-id",
					CLIENT_ID, "spring.security.oauth2.client.registration.defender.client-secret", CLIENT_SECRET,
					"policy.role-book", this.roleBook.file().toString(), "signin.graph-base-url",
					this.entra.graphUri().toString(), "downloads.hosts", "localhost")
			.entrySet()
			.stream()
			.map((setting) -> "--" + setting.getKey() + "=" + setting.getValue())
			.toList();
	}

	@Override
	public void close() {
		this.defender.close();
		this.entra.close();
		this.roleBook.close();
	}

}
