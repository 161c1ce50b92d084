package io.github.defenderbff.signin;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.contributor.Health;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.client.endpoint.AbstractOAuth2AuthorizationGrantRequest;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A secret that the identity provider knows as well, for development. The framework sends
 * it with the registration it is part of.
 */
final class ClientSecret implements ClientCredential {

	private static final Logger log = LoggerFactory.getLogger(ClientSecret.class);

	/**
	 * Warns once where people work with this service.
	 * @param production whether browsers reach it over TLS
	 */
	ClientSecret(boolean production) {
		if (production) {
			log.warn("The client credential is a secret that is sent with every request for tokens. "
					+ "In production set ENTRA_CLIENT_CERTIFICATE or AZURE_FEDERATED_TOKEN_FILE instead");
		}
	}

	@Override
	public <T extends AbstractOAuth2AuthorizationGrantRequest> List<Converter<T, MultiValueMap<String, String>>> proofs() {
		return List.of((_) -> new LinkedMultiValueMap<>());
	}

	@Override
	public ClientAuthenticationMethod method(ClientAuthenticationMethod configured) {
		return configured;
	}

	@Override
	public Health health() {
		return Health.up().withDetail("kind", "secret").build();
	}

}
