package io.github.defenderbff.signin;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** Sessions of somebody who signed in. */
final class TestSessions {

	static final String RESOURCE = "https://api.securitycenter.microsoft.com";

	static final Person ADA = new Person("tenant", "ada", "Ada", "ada@example.com");

	private TestSessions() {
	}

	static SignInProperties properties(String baseUrl) {
		return new SignInProperties(URI.create(baseUrl), RESOURCE, List.of("Machine.Read"), List.of(), null,
				Duration.ofHours(8), List.of());
	}

	/** The scopes of a service that asks Graph, or does not. */
	static ResourceScopes scopes(boolean groupsFromGraph) {
		return new ResourceScopes(properties("https://bff.example.com"), new GraphProperties(groupsFromGraph,
				"https://graph.example.com/User.Read", URI.create("https://graph.example.com/v1.0")));
	}

	/** A live session of which nobody asks for groups. */
	static LiveSession live(SessionRecord record, TokenRenewal renewal, Clock clock, ApplicationEventPublisher events) {
		return new LiveSession(record, renewal, (_) -> {
			throw new AssertionError("nobody asks for groups here");
		}, clock, events);
	}

	/** A session whose access token is good until then. */
	static SessionRecord record(Instant signedInAt, Instant expiresAt, @Nullable String refreshToken) {
		var grant = new Grant.Known(Set.of(Scope.MACHINE_READ), signedInAt);
		var evidence = new Evidence(grant, new Groups.Known(Set.of(), signedInAt),
				new DirectoryRoles.Known(Set.of(), signedInAt), signedInAt);
		return new SessionRecord(ADA, evidence,
				new TokenSet(new AccessToken("first-access-token"), expiresAt, refreshToken), signedInAt, null,
				new StepUp.None(), false);
	}

	static TokenRenewal renewal(OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> tokenEndpoint,
			Clock clock) {
		return new TokenRenewal(registrations(), tokenEndpoint, scopes(false), clock);
	}

	static ClientRegistrationRepository registrations() {
		return new InMemoryClientRegistrationRepository(registration(null));
	}

	/** The app at a provider with this issuer. */
	static ClientRegistration registration(@Nullable String issuer) {
		return ClientRegistration.withRegistrationId(ClientRegistrations.DEFENDER)
			.clientId("client")
			.clientSecret("secret")
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri("https://bff.example.com/login/oauth2/code/defender")
			.authorizationUri("https://login.example.com/authorize")
			.tokenUri("https://login.example.com/token")
			.issuerUri(issuer)
			.build();
	}

}
