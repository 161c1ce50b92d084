package io.github.defenderbff.signin;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/**
 * This service's own tokens, one for each resource, with which all applications' calls
 * are made. They bring whatever this service was assigned there; which scopes a resource
 * names makes no difference. No person's call is made with one.
 */
final class ApplicationTokens implements Tokens {

	private final Map<String, OwnToken> tokens = new ConcurrentHashMap<>();

	private final Function<String, OwnToken> absent;

	private final String defender;

	ApplicationTokens(ClientRegistrationRepository registrations,
			OAuth2AccessTokenResponseClient<OAuth2ClientCredentialsGrantRequest> tokenEndpoint, String resource,
			Clock clock) {
		this.absent = (scope) -> new OwnToken(registrations, tokenEndpoint, scope, clock);
		this.defender = (resource.endsWith("/") ? resource : resource + "/") + ".default";
	}

	@Override
	public AccessToken accessToken() {
		return of(this.defender).get();
	}

	@Override
	public AccessToken insteadOf(AccessToken rejected) {
		return of(this.defender).insteadOf(rejected);
	}

	@Override
	public AccessToken accessToken(Resource resource) {
		return of(resource.assigned()).get();
	}

	@Override
	public AccessToken insteadOf(Resource resource, AccessToken rejected) {
		return of(resource.assigned()).insteadOf(rejected);
	}

	private OwnToken of(String scope) {
		return this.tokens.computeIfAbsent(scope, this.absent);
	}

}
