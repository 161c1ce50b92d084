package io.github.sandbox.entra;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The app that people sign in to, with the addresses that may change while the server
 * runs, and the daemon that calls it.
 */
final class AppRegistration implements RegisteredClientRepository {

	private static final URI NOWHERE = URI.create("https://unset.invalid/");

	private final EntraApp app;

	private final EntraDaemon daemon;

	private volatile Set<URI> redirectUris;

	private volatile URI postLogoutRedirectUri;

	private volatile @Nullable URI frontChannelLogoutUri;

	AppRegistration(EntraApp app, EntraDaemon daemon) {
		this.app = app;
		this.daemon = daemon;
		this.redirectUris = app.redirectUris();
		this.postLogoutRedirectUri = app.postLogoutRedirectUri();
	}

	String clientId() {
		return this.app.clientId();
	}

	/** Whether this is how the app's own API is named as a resource. */
	boolean exposes(String resource) {
		return resource.equalsIgnoreCase("api://" + clientId()) || resource.equalsIgnoreCase(clientId());
	}

	void redirectUris(Set<URI> redirectUris) {
		this.redirectUris = Set.copyOf(redirectUris);
	}

	void postLogoutRedirectUri(URI uri) {
		this.postLogoutRedirectUri = uri;
	}

	void frontChannelLogoutUri(@Nullable URI uri) {
		this.frontChannelLogoutUri = uri;
	}

	@Nullable URI frontChannelLogoutUri() {
		return this.frontChannelLogoutUri;
	}

	boolean mayRedirectTo(String uri) {
		return this.redirectUris.stream().anyMatch((registered) -> registered.toString().equals(uri));
	}

	boolean mayReturnTo(String uri) {
		return this.postLogoutRedirectUri.toString().equals(uri) || mayRedirectTo(uri);
	}

	@Override
	public void save(RegisteredClient registeredClient) {
		throw new UnsupportedOperationException("The sandbox registers its apps at its start");
	}

	@Override
	public @Nullable RegisteredClient findById(String id) {
		return findByClientId(id);
	}

	@Override
	public @Nullable RegisteredClient findByClientId(String clientId) {
		if (clientId.equals(this.daemon.clientId())) {
			return this.daemon.client();
		}
		return clientId.equals(clientId()) ? client() : null;
	}

	private RegisteredClient client() {
		Set<URI> addresses = this.redirectUris.isEmpty() ? Set.of(NOWHERE) : this.redirectUris;
		return RegisteredClient.withId(this.app.clientId())
			.clientId(this.app.clientId())
			.clientSecret(this.app.clientSecret())
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.redirectUris((uris) -> uris.addAll(addresses.stream().map(URI::toString).collect(Collectors.toSet())))
			.clientSettings(ClientSettings.builder()
				.requireProofKey(true)
				.tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.PS256)
				.build())
			.tokenSettings(TokenSettings.builder().authorizationCodeTimeToLive(Duration.ofMinutes(10)).build())
			.build();
	}

}
