package io.github.defenderbff.signin;

import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

import static org.assertj.core.api.Assertions.assertThat;

/** A shared secret as the client credential. */
class ClientSecretTests {

	@Test
	void isWarnedOfOnceInProductionOnly() {
		try (var log = new Logged(ClientSecret.class)) {
			new ClientSecret(false);
			assertThat(log.lines()).isEmpty();
			send(new ClientSecret(true));
			assertThat(log.lines()).singleElement().asString().startsWith("WARN").contains("ENTRA_CLIENT_CERTIFICATE");
		}
	}

	@Test
	void isLeftToTheFramework() {
		var secret = new ClientSecret(false);
		assertThat(secret.method(ClientAuthenticationMethod.CLIENT_SECRET_POST))
			.isEqualTo(ClientAuthenticationMethod.CLIENT_SECRET_POST);
		send(secret);
	}

	private static void send(ClientSecret secret) {
		var registration = ClientRegistration.withClientRegistration(TestSessions.registration(null))
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.build();
		assertThat(Objects.requireNonNull(secret.<OAuth2ClientCredentialsGrantRequest>proofs()
			.getFirst()
			.convert(new OAuth2ClientCredentialsGrantRequest(registration)))).isEmpty();
	}

}
