package io.github.defenderbff.signin;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Where the provider is, as its metadata says. */
class ClientRegistrationsTests {

	private final HttpServer provider = start();

	private final String issuer = "http://localhost:" + this.provider.getAddress().getPort();

	private static HttpServer start() {
		try {
			var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	@AfterEach
	void stop() {
		this.provider.stop(0);
	}

	private void metadataNames(String named) {
		this.provider.createContext("/.well-known/openid-configuration", (exchange) -> {
			var metadata = """
					{"issuer":"%1$s","authorization_endpoint":"%1$s/auth","token_endpoint":"%1$s/token",
					"jwks_uri":"%1$s/certs","subject_types_supported":["public"]}""".formatted(named)
				.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, metadata.length);
			exchange.getResponseBody().write(metadata);
			exchange.close();
		});
	}

	private ClientRegistrationRepository registrations() {
		var registration = new OAuth2ClientProperties.Registration();
		registration.setProvider("company");
		registration.setClientId("client");
		registration.setClientSecret("secret");
		registration.setAuthorizationGrantType("authorization_code");
		var company = new OAuth2ClientProperties.Provider();
		company.setIssuerUri(this.issuer);
		var clients = new OAuth2ClientProperties();
		clients.getRegistration().put(ClientRegistrations.DEFENDER, registration);
		clients.getProvider().put("company", company);
		return new ClientRegistrations().clientRegistrationRepository(clients,
				TestSessions.properties("https://bff.example.com"), TestSessions.scopes(false),
				new ClientSecret(false));
	}

	@Test
	void metadataOfTheIssuerIsUsed() {
		metadataNames(this.issuer);
		assertThat(ClientRegistrations.defender(registrations()).getProviderDetails().getTokenUri())
			.isEqualTo(this.issuer + "/token");
	}

	@Test
	void metadataThatNamesAnotherIssuerIsAsGoodAsNone() {
		metadataNames("https://elsewhere.example.com");
		assertThatExceptionOfType(IdentityProviderUnreachable.class)
			.isThrownBy(() -> ClientRegistrations.defender(registrations()));
	}

	@Test
	void providerThatWasAwayIsFoundWhenItIsBack() {
		var registrations = registrations();
		assertThatExceptionOfType(IdentityProviderUnreachable.class)
			.isThrownBy(() -> ClientRegistrations.defender(registrations));
		metadataNames(this.issuer);
		assertThat(ClientRegistrations.defender(registrations).getClientId()).isEqualTo("client");
	}

}
