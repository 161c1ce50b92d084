package io.github.defenderbff.signin;

import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * The one client registration, {@value #DEFENDER}. The provider's metadata is fetched
 * when it is first needed, so that this service starts while the identity provider is
 * away.
 */
@Configuration(proxyBeanMethods = false)
class ClientRegistrations {

	static final String DEFENDER = "defender";

	private static final Logger log = LoggerFactory.getLogger(ClientRegistrations.class);

	@Bean
	ClientRegistrationRepository clientRegistrationRepository(OAuth2ClientProperties clients, SignInProperties signIn,
			ResourceScopes scopes, ClientCredential credential) {
		return new SupplierClientRegistrationRepository(
				() -> reached(() -> registration(clients, signIn, scopes, credential)));
	}

	/**
	 * The registration.
	 * @throws IdentityProviderUnreachable if the provider's metadata cannot be had
	 */
	static ClientRegistration defender(ClientRegistrationRepository registrations) {
		return Objects.requireNonNull(registrations.findByRegistrationId(DEFENDER));
	}

	/** The framework asks for it too, where nobody of ours could tell why it failed. */
	private static InMemoryClientRegistrationRepository reached(Supplier<ClientRegistration> registration) {
		try {
			return new InMemoryClientRegistrationRepository(registration.get());
		}
		catch (IllegalArgumentException ex) {
			log.warn("The identity provider's metadata cannot be had; is the tenant or issuer right? {}",
					ex.getMessage());
			throw new IdentityProviderUnreachable(ex);
		}
	}

	private static ClientRegistration registration(OAuth2ClientProperties clients, SignInProperties signIn,
			ResourceScopes scopes, ClientCredential credential) {
		var configured = configured(clients);
		if (configured == null) {
			throw new IllegalStateException("No client registration named " + DEFENDER);
		}
		var method = credential.method(configured.getClientAuthenticationMethod());
		if (!AuthorizationGrantType.AUTHORIZATION_CODE.equals(configured.getAuthorizationGrantType())
				|| ClientAuthenticationMethod.NONE.equals(method)) {
			throw new IllegalStateException(
					"The registration must be a confidential client of the authorization-code grant");
		}
		return ClientRegistration.withClientRegistration(configured)
			.clientAuthenticationMethod(method)
			.redirectUri(signIn.origin() + SignInPaths.CALLBACK)
			.scope(scopes.ofSignIn(configured.getScopes()))
			.build();
	}

	/** Metadata that names another issuer is as good as none. */
	private static @Nullable ClientRegistration configured(OAuth2ClientProperties clients) {
		try {
			return new OAuth2ClientPropertiesMapper(clients).asClientRegistrations().get(DEFENDER);
		}
		catch (IllegalStateException ex) {
			throw new IllegalArgumentException(ex.getMessage(), ex);
		}
	}

}
