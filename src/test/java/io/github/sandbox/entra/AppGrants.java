package io.github.sandbox.entra;

import java.util.Set;
import java.util.function.Consumer;

import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;

/** For what an app gets tokens of its own, and with which roles. */
final class AppGrants implements Consumer<OAuth2ClientCredentialsAuthenticationContext> {

	/** What the app was assigned on Graph. */
	private static final Set<String> ON_GRAPH = Set.of("ThreatHunting.Read.All");

	private final AppRegistration app;

	private final EntraDaemon daemon;

	private final TokenBehaviour behaviour;

	AppGrants(AppRegistration app, EntraDaemon daemon, TokenBehaviour behaviour) {
		this.app = app;
		this.daemon = daemon;
		this.behaviour = behaviour;
	}

	@Override
	public void accept(OAuth2ClientCredentialsAuthenticationContext context) {
		OAuth2ClientCredentialsAuthenticationToken request = context.getAuthentication();
		Set<Scope> scopes = Scope.all(request.getScopes());
		if (scopes.size() != 1 || !scopes.iterator().next().isDefault()) {
			throw EntraError.exception(Aadsts.INVALID_SCOPE);
		}
		String resource = scopes.iterator().next().resource();
		if (!resource.startsWith("https://") && !this.app.exposes(resource)) {
			throw EntraError.exception(Aadsts.UNKNOWN_RESOURCE);
		}
	}

	/** The audience of tokens for a resource. */
	String audience(String resource) {
		return this.app.exposes(resource) ? this.app.clientId() : resource;
	}

	/** What a client was assigned on a resource. */
	Set<String> roles(String clientId, String resource) {
		if (clientId.equals(this.app.clientId()) && resource.equals(Scope.DEFENDER)) {
			return this.behaviour.appRoles();
		}
		if (clientId.equals(this.app.clientId()) && resource.equals(Scope.GRAPH)) {
			return ON_GRAPH;
		}
		boolean assigned = clientId.equals(this.daemon.clientId()) && this.app.exposes(resource);
		return assigned ? this.daemon.roles() : Set.of();
	}

}
