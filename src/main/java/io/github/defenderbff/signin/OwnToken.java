package io.github.defenderbff.signin;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;

import io.github.defenderbff.problem.Failure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;

/**
 * This service's own token for one resource (RFC 6749 section 4.4). It is kept until a
 * minute before its end; who asks while it is being fetched gets the same token, or the
 * same failure.
 */
final class OwnToken {

	private static final Logger log = LoggerFactory.getLogger(OwnToken.class);

	private final ClientRegistrationRepository registrations;

	private final OAuth2AccessTokenResponseClient<OAuth2ClientCredentialsGrantRequest> tokenEndpoint;

	private final String scope;

	private final Clock clock;

	private final AtomicReference<TokenSet> current = new AtomicReference<>(TokenSet.NONE);

	private final AtomicReference<@Nullable CompletableFuture<AccessToken>> underway = new AtomicReference<>();

	/**
	 * The token that is got with this scope, such as one that ends in {@code /.default}.
	 */
	OwnToken(ClientRegistrationRepository registrations,
			OAuth2AccessTokenResponseClient<OAuth2ClientCredentialsGrantRequest> tokenEndpoint, String scope,
			Clock clock) {
		this.registrations = registrations;
		this.tokenEndpoint = tokenEndpoint;
		this.scope = scope;
		this.clock = clock;
	}

	AccessToken get() {
		var known = this.current.get();
		if (!known.needsRenewal(this.clock.instant())) {
			return known.accessToken();
		}
		var mine = new CompletableFuture<AccessToken>();
		var others = this.underway.compareAndExchange(null, mine);
		return (others != null) ? join(others) : lead(mine);
	}

	/** Whatever else is fetched in the meantime is left alone. */
	AccessToken insteadOf(AccessToken rejected) {
		var known = this.current.get();
		if (known.accessToken().equals(rejected)) {
			this.current.compareAndSet(known, TokenSet.NONE);
		}
		return get();
	}

	private AccessToken lead(CompletableFuture<AccessToken> mine) {
		try {
			var token = currentOrRenewed().accessToken();
			mine.complete(token);
			return token;
		}
		catch (RuntimeException | Error failure) {
			mine.completeExceptionally(failure);
			throw failure;
		}
		finally {
			this.underway.set(null);
		}
	}

	private static AccessToken join(CompletableFuture<AccessToken> others) {
		try {
			return others.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof Failure failure) ? failure : ex;
		}
	}

	/** While no other token can be had, one that is still good goes on being used. */
	private TokenSet currentOrRenewed() {
		var known = this.current.get();
		if (!known.needsRenewal(this.clock.instant())) {
			return known;
		}
		try {
			var renewed = fetch();
			this.current.set(renewed);
			return renewed;
		}
		catch (IdentityProviderUnreachable | ClientCredentialRejected failure) {
			if (!known.hasExpired(this.clock.instant())) {
				return known;
			}
			throw failure;
		}
	}

	private TokenSet fetch() {
		try {
			var response = this.tokenEndpoint.getTokenResponse(new OAuth2ClientCredentialsGrantRequest(registration()));
			return TokenSet.of(response.getAccessToken(), null, Map.of(), this.clock.instant());
		}
		catch (OAuth2AuthorizationException ex) {
			var code = ex.getError().getErrorCode();
			log.warn("This service got no token of its own: {}", code);
			throw ClientCredentialRejected.isMeantBy(code) ? new ClientCredentialRejected(ex)
					: new IdentityProviderUnreachable(ex);
		}
	}

	/** The one registration, as the client of another grant. */
	private ClientRegistration registration() {
		return ClientRegistration.withClientRegistration(ClientRegistrations.defender(this.registrations))
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.scope(this.scope)
			.build();
	}

}
