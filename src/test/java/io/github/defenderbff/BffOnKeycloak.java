package io.github.defenderbff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.defenderbff.audit.Audit;
import io.github.defenderbff.signin.Scope;
import io.github.sandbox.defender.DefenderLookAlike;
import io.github.sandbox.entra.Browser;
import io.github.sandbox.keycloak.Keycloak;
import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.Person;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service between a real Keycloak and the look-alike of Defender, which trusts
 * Keycloak's tokens here.
 *
 * @param address where the service is
 * @param other where another one may be
 * @param keycloak who signs people in
 * @param defender what it calls
 * @param clock the service's time; the others have the real one
 * @param context its inside
 */
record BffOnKeycloak(URI address, URI other, Keycloak keycloak, DefenderLookAlike defender, ShiftedClock clock,
		ConfigurableApplicationContext context) implements AutoCloseable {

	private static final Path HOME = Path.of(System.getProperty("keycloak", "target/keycloak/keycloak-26.7.3"))
		.toAbsolutePath();

	/** How long access tokens live unless a test says otherwise. */
	static final Duration LIFETIME = Duration.ofMinutes(5);

	private static final String PROVIDER = "--spring.security.oauth2.client.provider.keycloak.";

	/** Tried once: where Keycloak does not start, every test fails at once. */
	private static final BffOnKeycloak SHARED = start();

	/** The one that all such tests use; it ends with the test run. */
	static BffOnKeycloak shared() {
		return SHARED;
	}

	private static BffOnKeycloak start() {
		var address = URI.create("http://localhost:" + freePort());
		var other = URI.create("http://localhost:" + freePort());
		var keycloak = Keycloak.start(HOME, List.of(address, other),
				Arrays.stream(Scope.values()).map(Scope::value).toList());
		var defender = DefenderLookAlike.start(0, new Organisation(),
				() -> keycloak.endpoint(keycloak.issuer(), "certs"), Clock.systemUTC());
		var clock = new ShiftedClock();
		return new BffOnKeycloak(address, other, keycloak, defender, clock,
				run(address, defender, clock, PROVIDER + "issuer-uri=" + keycloak.issuer()));
	}

	/** Another service, which finds its provider by other settings. */
	BffOnKeycloak another(Map<String, URI> provider) {
		var settings = provider.entrySet()
			.stream()
			.map((setting) -> PROVIDER + setting.getKey() + "=" + setting.getValue())
			.toArray(String[]::new);
		return new BffOnKeycloak(this.other, this.other, this.keycloak, this.defender, this.clock,
				run(this.other, this.defender, this.clock, settings));
	}

	private static ConfigurableApplicationContext run(URI address, DefenderLookAlike defender, Clock clock,
			String... provider) {
		var settings = HOME.resolveSibling("application.yml");
		DocumentedSettings.below("### Another OpenID Connect provider").writeTo(settings);
		var arguments = Stream.of("--spring.config.additional-location=file:" + settings,
				"--KEYCLOAK_CLIENT_SECRET=" + Keycloak.CLIENT_SECRET, "--server.port=" + address.getPort(),
				"--management.server.port=0", "--signin.base-url=" + address, "--policy.role-book=" + roleBook(),
				"--defender.api-base-url-override=" + defender.baseUri(), "--spring.main.banner-mode=off",
				"--spring.autoconfigure.exclude=" + OAuth2AuthorizationServerAutoConfiguration.class.getName() + ","
						+ OAuth2AuthorizationServerJwtAutoConfiguration.class.getName());
		return new SpringApplicationBuilder(DefenderBff.class)
			.initializers((context) -> ((GenericApplicationContext) context).registerBean("shiftedClock", Clock.class,
					() -> clock, (definition) -> definition.setPrimary(true)))
			.run(Stream.concat(arguments, Stream.of(provider)).toArray(String[]::new));
	}

	/** The company's, without the directory roles, which only Entra has. */
	private static Path roleBook() {
		try {
			var text = new ClassPathResource("nordhavn-role-book.yml").getContentAsString(StandardCharsets.UTF_8);
			return Files.writeString(HOME.resolveSibling("role-book.yml"),
					text.replaceAll("(?m)^ +directory-roles:.*\n", ""));
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

	/** Makes all as good as new for this person, and gives the real time back. */
	void reset(Person person) {
		this.clock.ahead(Duration.ZERO);
		// a sandbox of another test in this process may have made the logs quieter
		LoggingSystem.get(BffOnKeycloak.class.getClassLoader()).setLogLevel(Audit.LOGGER, LogLevel.INFO);
		this.defender.reset();
		this.keycloak.admin().accessTokensLive(LIFETIME);
		this.keycloak.admin().forget(person);
	}

	/** A client with the person's session, made as a browser makes it. */
	Client signIn(Person person) {
		var client = anonymous();
		assertThat(visit(client, "/login", person).body()).contains("You are signed in");
		return client;
	}

	/** Opens an address and does what Keycloak's pages ask for. */
	Browser.Visit visit(Client client, String path, Person person, String... stops) {
		try (var browser = client.browser(stops)) {
			var page = browser.open(uri(path));
			if (page.body().contains("kc-form-login")) {
				page = logIn(browser, page, person);
			}
			return page.body().contains("name=\"accept\"") ? browser.submit(page, Map.of("accept", "")) : page;
		}
	}

	/** Fills Keycloak's form in. */
	static Browser.Visit logIn(Browser browser, Browser.Visit page, Person person) {
		return browser.submit(page, Map.of("username", person.userPrincipalName(), "password", Keycloak.PASSWORD));
	}

	/** Signs in at Keycloak and stops there: the path and query that lead back. */
	String wayBack(Client client, Person person) {
		var back = visit(client, "/login", person, "/login/oauth2/").uri();
		return back.getRawPath() + "?" + back.getRawQuery();
	}

	/** A client without a session. */
	Client anonymous() {
		return new Client(this.address);
	}

	/** An address of the service. */
	URI uri(String path) {
		return URI.create(this.address + path);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
