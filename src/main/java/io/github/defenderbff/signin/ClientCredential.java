package io.github.defenderbff.signin;

import java.util.List;

import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.client.endpoint.AbstractOAuth2AuthorizationGrantRequest;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.util.MultiValueMap;

/**
 * With what this service proves to the identity provider who it is. Its health says
 * whether it can be used as far as that can be told without asking the provider.
 */
sealed interface ClientCredential extends HealthIndicator permits ClientSecret, ClientCertificates, ClientTokenFile {

	/**
	 * The parameters that prove it to the token endpoint, in the order in which they are
	 * tried. Each is made anew for each request, from what the files hold then.
	 * @param <T> the grant
	 */
	<T extends AbstractOAuth2AuthorizationGrantRequest> List<Converter<T, MultiValueMap<String, String>>> proofs();

	/**
	 * How the framework calls it.
	 * @param configured what the registration says
	 */
	default ClientAuthenticationMethod method(ClientAuthenticationMethod configured) {
		return ClientAuthenticationMethod.PRIVATE_KEY_JWT;
	}

}
