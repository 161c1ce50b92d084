package io.github.defenderbff.signin;

import java.time.Clock;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.stereotype.Component;

/** Exchanges a refresh token for the next set of tokens (RFC 6749 section 6). */
@Component
final class TokenRenewal {

	private static final Logger log = LoggerFactory.getLogger(TokenRenewal.class);

	private final ClientRegistrationRepository registrations;

	private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> tokenEndpoint;

	private final ResourceScopes scopes;

	private final ConsentOffers consent;

	private final Refreshes refreshes;

	private final Clock clock;

	TokenRenewal(ClientRegistrationRepository registrations,
			OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> tokenEndpoint, ResourceScopes scopes,
			ConsentOffers consent, Refreshes refreshes, Clock clock) {
		this.registrations = registrations;
		this.tokenEndpoint = tokenEndpoint;
		this.scopes = scopes;
		this.consent = consent;
		this.refreshes = refreshes;
		this.clock = clock;
	}

	/**
	 * New tokens and the grant the response states; a response that does not state one
	 * confirms the old grant (RFC 6749 section 6). Claims that were demanded are asked
	 * for each time, or the next token would be challenged again.
	 * @throws SessionEnded if the provider refuses for good
	 * @throws InteractionRequired if it wants to see the person first
	 * @throws ClientCredentialRejected if it refuses this service
	 * @throws IdentityProviderUnreachable if it cannot say for now
	 */
	Renewed renew(SessionRecord session) {
		var response = this.refreshes.counted(() -> renewed(session));
		var scope = TokenEndpoint.scopeParameter(response.getAdditionalParameters());
		return new Renewed(tokens(response), (scope != null) ? this.scopes.grant(scope, this.clock.instant()) : null);
	}

	private OAuth2AccessTokenResponse renewed(SessionRecord session) {
		try {
			return exchange(session, this.scopes.ofDefender(session.evidence().grant()), session.stepUp().claims());
		}
		catch (OAuth2AuthorizationException ex) {
			throw refused(ex);
		}
	}

	private TokenSet tokens(OAuth2AccessTokenResponse response) {
		return TokenSet.of(response.getAccessToken(), response.getRefreshToken(), response.getAdditionalParameters(),
				this.clock.instant());
	}

	/**
	 * Looks the provider up, which takes its time where that was not done before.
	 * @throws IdentityProviderUnreachable if it cannot be found
	 */
	void findProvider() {
		ClientRegistrations.defender(this.registrations);
	}

	/** Takes note that another call, or another replica, renewed meanwhile. */
	void wasShared() {
		this.refreshes.count(Refreshes.Outcome.SHARED);
	}

	/**
	 * A token for another resource. The refresh token that comes with it takes the place
	 * of the session's: the provider may let each be used once.
	 * @throws ConsentMissing if nobody consented to its scopes, or the provider wants to
	 * see the person for them
	 */
	TokenSet renew(SessionRecord session, Resource resource) {
		return this.refreshes.counted(() -> renewed(session, resource));
	}

	private TokenSet renewed(SessionRecord session, Resource resource) {
		try {
			return tokens(exchange(session, this.scopes.of(resource), null));
		}
		catch (OAuth2AuthorizationException ex) {
			throw refused(ex, resource);
		}
	}

	private RuntimeException refused(OAuth2AuthorizationException refusal, Resource resource) {
		return TokenError.isForThePerson(refusal.getError())
				? new ConsentMissing(resource, this.consent.to(resource), refusal) : refused(refusal);
	}

	private OAuth2AccessTokenResponse exchange(SessionRecord session, Set<String> wanted, @Nullable Claims claims) {
		var tokens = session.tokens();
		if (tokens.refreshToken() == null) {
			throw new SessionEnded("The session cannot be renewed. Sign in again; nothing was changed.");
		}
		var old = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "unused", null, tokens.expiresAt());
		return this.tokenEndpoint.getTokenResponse(new RenewalRequest(ClientRegistrations.defender(this.registrations),
				old, new OAuth2RefreshToken(tokens.refreshToken(), this.clock.instant()), wanted, claims));
	}

	private static RuntimeException refused(OAuth2AuthorizationException refusal) {
		var error = refusal.getError();
		return switch (error.getErrorCode()) {
			case "invalid_grant" -> new SessionEnded(
					TokenError.isForConsent(error) ? "The consent to this application was withdrawn. Sign in again."
							: "The identity provider did not renew the session. Sign in again.");
			case "interaction_required", "login_required", "consent_required" ->
				new InteractionRequired(TokenError.claimsOf(error), refusal);
			case String code when ClientCredentialRejected.isMeantBy(code) -> new ClientCredentialRejected(refusal);
			default -> {
				log.warn("The token endpoint did not renew: {}", error.getErrorCode());
				yield new IdentityProviderUnreachable(refusal);
			}
		};
	}

	/**
	 * What a renewal brought.
	 *
	 * @param tokens the tokens
	 * @param grant the scopes in force; null where the response does not state them
	 */
	record Renewed(TokenSet tokens, @Nullable Grant grant) {

	}

}
