package io.github.defenderbff.signin;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.store.Shelves;
import io.github.defenderbff.store.TestStores;
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
				Duration.ofHours(8), Duration.ofMinutes(30), 1200, List.of(), List.of());
	}

	/** Another resource than Defender, which every service here may ask for. */
	static final Resource HUNTING = new Resource("https://graph.example.com", Set.of("ThreatHunting.Read.All"));

	/** The scopes of a service that asks Graph for groups, or asks nothing of it. */
	static ResourceScopes scopes(boolean groupsFromGraph) {
		return new ResourceScopes(properties("https://bff.example.com"), graph(groupsFromGraph), Set.of());
	}

	private static GraphProperties graph(boolean groupsFromGraph) {
		return new GraphProperties(groupsFromGraph, "https://graph.example.com/User.Read",
				URI.create("https://graph.example.com/v1.0"));
	}

	/** A live session of which nobody asks for groups. */
	static LiveSession live(SessionRecord record, TokenRenewal renewal, Clock clock, ApplicationEventPublisher events) {
		return live(record, renewal, (_) -> {
			throw new AssertionError("nobody asks for groups here");
		}, clock, events);
	}

	/** A live session in a store of its own. */
	static LiveSession live(SessionRecord record, TokenRenewal renewal, GroupsSource groups, Clock clock,
			ApplicationEventPublisher events) {
		var records = TestStores.shelves(clock).records("session", SessionDocument.FORM);
		var name = records.name("secret");
		var held = records.add(name, record, Duration.ofDays(30_000)).orElseThrow();
		return new LiveSession(new KeptSession(records, traces(TestStores.shelves(clock), events), name, held), renewal,
				groups, clock, events);
	}

	static SessionTraces traces(Shelves shelves, ApplicationEventPublisher events) {
		return new SessionTraces(shelves, properties("https://bff.example.com"), events);
	}

	/** Tells of refused requests, of which none has a session. */
	static RefusedRequests refused(ApplicationEventPublisher events) {
		var properties = properties("https://bff.example.com");
		var clock = new HandMovedClock();
		return new RefusedRequests(none(properties, new Cookies(properties), clock), clock, events);
	}

	/** Sessions of a service at this address, of which none begins. */
	static Sessions none(SignInProperties properties, Cookies cookies, Clock clock) {
		var shelves = TestStores.shelves(clock);
		return new Sessions(shelves, traces(shelves, (_) -> {
		}), new SessionRates(properties), cookies, properties, renewal((_) -> {
			throw new AssertionError("nobody renews here");
		}, clock), (_) -> {
			throw new AssertionError("nobody asks for groups here");
		}, clock, (_) -> {
		});
	}

	/** Sign-ins under way at a service at this address. */
	static SignInTransactions transactions(SignInProperties properties, Clock clock) {
		var cookies = new Cookies(properties);
		return new SignInTransactions(TestStores.shelves(clock), none(properties, cookies, clock), cookies, clock);
	}

	/** A session whose access token is good until then. */
	static SessionRecord record(Instant signedInAt, Instant expiresAt, @Nullable String refreshToken) {
		var grant = new Grant.Known(Set.of(Scope.MACHINE_READ), signedInAt);
		var evidence = new Evidence(grant, new Groups.Known(Set.of(), signedInAt),
				new DirectoryRoles.Known(Set.of(), signedInAt), signedInAt);
		return new SessionRecord(ADA, evidence,
				new TokenSet(new AccessToken("first-access-token"), signedInAt, expiresAt, refreshToken, null),
				signedInAt, null, new StepUp.None(), false, new SessionOrigin(null, null));
	}

	static TokenRenewal renewal(OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> tokenEndpoint,
			Clock clock) {
		return renewal(registrations(), tokenEndpoint, clock);
	}

	static TokenRenewal renewal(ClientRegistrationRepository registrations,
			OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> tokenEndpoint, Clock clock) {
		var scopes = new ResourceScopes(properties("https://bff.example.com"), graph(true), Set.of(HUNTING));
		return new TokenRenewal(registrations, tokenEndpoint, scopes, new ConsentOffers(Set.of(), true),
				new Refreshes(), clock);
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
