package io.github.sandbox.entra;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.sandbox.organisation.Organisation;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An Entra v2 tenant on localhost that signs people of the organisation in and issues
 * their tokens. Everything it knows is in memory; it may be used by several threads.
 */
public final class EntraLookAlike extends EntraSwitches implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private EntraLookAlike(ConfigurableApplicationContext context) {
		super(context);
		this.context = context;
	}

	/** Starts the look-alike on a port, 0 meaning any free one. */
	public static EntraLookAlike start(int port, Organisation organisation, EntraApp app, EntraDaemon daemon) {
		SpringApplicationBuilder builder = new SpringApplicationBuilder(EntraServer.class)
			.web(WebApplicationType.SERVLET)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.registerShutdownHook(false)
			.initializers((context) -> {
				context.getBeanFactory().registerSingleton("organisation", organisation);
				context.getBeanFactory().registerSingleton("entraApp", app);
				context.getBeanFactory().registerSingleton("entraDaemon", daemon);
			});
		keepLoggingAsItIs(builder.application());
		// arguments, because the properties of the application under test must not apply
		// here
		return new EntraLookAlike(builder.run("--server.port=" + port,
				"--spring.config.location=optional:classpath:/none/", "--spring.threads.virtual.enabled=true",
				"--spring.main.lazy-initialization=false", "--spring.web.resources.add-mappings=false",
				"--server.servlet.session.cookie.name=ENTRASESSION", "--server.servlet.session.cookie.same-site=lax",
				"--server.shutdown=immediate"));
	}

	/** The log belongs to the application under test, which may start later. */
	private static void keepLoggingAsItIs(SpringApplication application) {
		application.setListeners(application.getListeners()
			.stream()
			.filter((listener) -> !(listener instanceof LoggingApplicationListener))
			.toList());
	}

	public int port() {
		return tenant().port();
	}

	/** The exact {@code iss} of the tokens; the discovery document is below it. */
	public URI issuer() {
		return tenant().issuer();
	}

	public URI jwksUri() {
		return tenant().uri(Tenant.KEYS);
	}

	/** The base address of the Graph look-alike, its version included. */
	public URI graphUri() {
		return tenant().uri(GraphGroups.ROOT);
	}

	/** Sets what Graph hunts in. */
	public void huntIn(GraphHunting tables) {
		this.context.getBean(GraphSecurity.class).huntIn(tables);
	}

	@Override
	public void close() {
		this.context.close();
	}

	/**
	 * Forgets sessions, consents, grants, certificates and every switch except the app's
	 * addresses.
	 */
	public void reset() {
		this.context.getBean(SsoSessions.class).endAll();
		this.context.getBean(Consents.class).clear();
		this.context.getBean(Authorizations.class).clear();
		behaviour().reset();
		graph().reset();
		assertions().reset();
	}

	/** Replaces the registered redirect URIs. */
	public void redirectUris(Set<URI> redirectUris) {
		app().redirectUris(redirectUris);
	}

	/** Replaces the registered address to return to after signing out. */
	public void postLogoutRedirectUri(URI uri) {
		app().postLogoutRedirectUri(uri);
	}

	/**
	 * Registers the address that is called in a frame, with {@code iss} and {@code sid},
	 * when a person signs out; null for none.
	 */
	public void frontChannelLogoutUri(@Nullable URI uri) {
		app().frontChannelLogoutUri(uri);
	}

	/**
	 * A token with which the daemon calls the app, minted here and now, with these roles;
	 * without any, the token has no {@code roles} at all.
	 */
	public String daemonToken(String... roles) {
		return daemonTokens().withRoles(Set.of(roles));
	}

	/**
	 * A token like the token endpoint's for the daemon, but with these claims instead; a
	 * null value removes a claim. Times may be instants or seconds.
	 */
	public String daemonToken(Map<String, ? extends @Nullable Object> overrides) {
		return daemonTokens().with(overrides);
	}

	/** A token that says the right things but is signed with somebody else's key. */
	public String forgedDaemonToken() {
		return daemonTokens().forged();
	}

	/**
	 * The codes and refresh tokens that were issued so far; access and ID tokens are JWTs
	 * and known by their form.
	 */
	public Set<String> secrets() {
		return this.context.getBean(Authorizations.class).secrets();
	}

	/**
	 * What the token endpoint was asked so far, oldest first, failed requests included.
	 */
	public List<TokenRequest> tokenRequests() {
		return behaviour().requests();
	}

	/** What Graph was asked so far, oldest first, failed requests included. */
	public List<GraphRequest> graphRequests() {
		return graph().requests();
	}

	private Tenant tenant() {
		return this.context.getBean(Tenant.class);
	}

	private DaemonTokens daemonTokens() {
		return this.context.getBean(DaemonTokens.class);
	}

	private AppRegistration app() {
		return this.context.getBean(AppRegistration.class);
	}

}
