package io.github.sandbox.entra;

import java.util.Set;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * A second app registration: a service without people, which calls the first app for
 * itself.
 *
 * @param clientId the application (client) id
 * @param clientSecret its only credential
 * @param name the name an administrator reads
 * @param roles the app roles of the first app that it was assigned
 */
public record EntraDaemon(String clientId, String clientSecret, String name, Set<String> roles) {

	public EntraDaemon {
		roles = Set.copyOf(roles);
	}

	RegisteredClient client() {
		return RegisteredClient.withId(this.clientId)
			.clientId(this.clientId)
			.clientName(this.name)
			.clientSecret(this.clientSecret)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.build();
	}

	@Override
	public String toString() {
		return "EntraDaemon[" + this.name + "]";
	}

}
