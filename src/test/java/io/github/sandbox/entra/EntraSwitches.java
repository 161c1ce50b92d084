package io.github.sandbox.entra;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.springframework.context.ApplicationContext;

/** The switches of the look-alike for the moments a test needs. */
abstract sealed class EntraSwitches permits EntraLookAlike {

	private final ApplicationContext context;

	EntraSwitches(ApplicationContext context) {
		this.context = context;
	}

	/**
	 * Sets how long access tokens live from now on, instead of 60 to 90 minutes at
	 * random.
	 */
	public void accessTokenLifetime(Duration lifetime) {
		behaviour().accessTokenLifetime(lifetime);
	}

	/** Sets how token responses write their {@code scope} from now on. */
	public void scopeForm(ScopeForm form) {
		behaviour().scopeForm(form);
	}

	/**
	 * Sets the app roles in the tokens the app gets for itself to call Defender, instead
	 * of every role Defender documents.
	 */
	public void appRoles(Set<String> roles) {
		behaviour().appRoles(roles);
	}

	/**
	 * Revokes the refresh tokens a person has now; new ones come with the next sign-in.
	 */
	public void revokeRefreshTokens(String objectId) {
		this.context.getBean(Authorizations.class).revokeAllOf(objectId);
	}

	/** Leaves these claims out of every ID token; without names, leaves none out. */
	public void omitClaims(String... names) {
		behaviour().omitClaims(Set.of(names));
	}

	/**
	 * Sends what this makes of each good ID token instead, as somebody between the app
	 * and the token endpoint could.
	 */
	public void idTokens(UnaryOperator<String> change) {
		behaviour().idTokens(change);
	}

	/** Signs with a new key from now on; what the old one signed stays good. */
	public void rotateKeys() {
		this.context.getBean(SigningKeys.class).rotate();
	}

	/**
	 * Never puts a scope in force, whoever consented to it, as where only a part of what
	 * was asked for is granted.
	 */
	public void withhold(String scopeShortName) {
		behaviour().withhold(scopeShortName);
	}

	/**
	 * Makes a person's single sign-on sessions this old, the next ones included, until
	 * the person signs in because the app sent {@code prompt=login} or {@code max_age}.
	 */
	public void signedInAgo(String objectId, Duration age) {
		this.context.getBean(SsoSessions.class).age(objectId, age);
	}

	/**
	 * Refuses to refresh a person's tokens until they sign in again with a {@code claims}
	 * parameter.
	 */
	public void demandClaims(String objectId) {
		behaviour().demandClaims(objectId);
	}

	/**
	 * Lets the token endpoint answer everything with this status until it is restored;
	 * with 401 because it does not accept the app's secret.
	 */
	public void failTokenEndpoint(int status) {
		behaviour().fail(new TokenBehaviour.Failure.Status(status));
	}

	/**
	 * Lets the token endpoint break every connection in the middle of the answer until it
	 * is restored.
	 */
	public void failTokenEndpointWithOutage() {
		behaviour().fail(new TokenBehaviour.Failure.Outage());
	}

	/** Lets the token endpoint take this much longer for every answer. */
	public void delayTokenEndpoint(Duration delay) {
		behaviour().delay(delay);
	}

	/** Ends failures and delays of the token endpoint. */
	public void restoreTokenEndpoint() {
		behaviour().fail(null);
		behaviour().delay(Duration.ZERO);
	}

	/**
	 * Lets a refresh token be used only once, as stricter providers do; reset turns it
	 * off.
	 */
	public void rotateRefreshTokens(boolean on) {
		behaviour().rotateRefreshTokens(on);
	}

	/**
	 * Refuses to refresh for this resource, such as {@code https://graph.microsoft.com},
	 * as if nobody had consented.
	 */
	public void refuseResource(String resource) {
		behaviour().refuseResource(resource);
	}

	/**
	 * Takes back the consent to this scope, such as
	 * {@code https://graph.microsoft.com/User.Read}, that everybody has to scopes of
	 * other resources than Defender.
	 */
	public void requireConsent(String scope) {
		this.context.getBean(Consents.class).require(Scope.of(scope));
	}

	/**
	 * Registers these certificates on the app instead of the ones before; none at first.
	 */
	public void certificates(X509Certificate... registered) {
		assertions().register(Set.of(registered));
	}

	/** Lets a workload elsewhere act as the app; nobody may at first. */
	public void trust(FederatedCredential credential) {
		assertions().trust(credential);
	}

	/** Lets Graph answer everything with this status until it is restored. */
	public void failGraph(int status) {
		graph().fail(status);
	}

	/**
	 * Lets Graph say that the next page is on this host, such as
	 * {@code https://graph.attacker.example}, until it is restored.
	 */
	public void graphLinksTo(String foreignHostUrl) {
		graph().linkTo(foreignHostUrl);
	}

	/** Ends failures and foreign links of Graph. */
	public void restoreGraph() {
		graph().restore();
	}

	final AppAssertions assertions() {
		return this.context.getBean(AppAssertions.class);
	}

	final GraphBehaviour graph() {
		return this.context.getBean(GraphBehaviour.class);
	}

	final TokenBehaviour behaviour() {
		return this.context.getBean(TokenBehaviour.class);
	}

}
