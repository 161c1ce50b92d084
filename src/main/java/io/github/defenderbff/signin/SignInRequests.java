package io.github.defenderbff.signin;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/** Sends browsers to the identity provider, each with a transaction to come back to. */
@Component
final class SignInRequests {

	private static final Logger log = LoggerFactory.getLogger(SignInRequests.class);

	private final DefaultOAuth2AuthorizationRequestResolver requests;

	private final SignInTransactions transactions;

	private final SignInProperties properties;

	SignInRequests(ClientRegistrationRepository registrations, SignInTransactions transactions,
			SignInProperties properties) {
		this.requests = new DefaultOAuth2AuthorizationRequestResolver(registrations);
		this.transactions = transactions;
		this.properties = properties;
	}

	/**
	 * Asks for the scopes of every sign-in, and for more.
	 * @throws IdentityProviderUnreachable if the provider's metadata cannot be had
	 */
	void send(SignInPurpose purpose, Collection<Scope> more, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		var standard = standard(request);
		var scopes = new LinkedHashSet<>(standard.getScopes());
		more.forEach((scope) -> scopes.add(scope.qualified(this.properties.resource())));
		var transaction = purpose.keptIn(OAuth2AuthorizationRequest.from(standard).scopes(scopes).build());
		this.transactions.saveAuthorizationRequest(transaction, request, response);
		response.sendRedirect(transaction.getAuthorizationRequestUri());
	}

	private OAuth2AuthorizationRequest standard(HttpServletRequest request) {
		try {
			var resolved = this.requests.resolve(request, ClientRegistrations.DEFENDER);
			if (resolved == null) {
				throw new IllegalStateException("No client registration");
			}
			return resolved;
		}
		catch (IllegalArgumentException ex) {
			log.warn("The identity provider's metadata cannot be had; is the tenant or issuer right? {}",
					ex.getMessage());
			throw new IdentityProviderUnreachable(ex);
		}
	}

}
