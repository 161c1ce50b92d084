package io.github.defenderbff.signin;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/** Sends browsers to the identity provider, each with a transaction to come back to. */
@Component
final class SignInRequests {

	private final ClientRegistrationRepository registrations;

	private final DefaultOAuth2AuthorizationRequestResolver requests;

	private final SignInTransactions transactions;

	private final SignInProperties properties;

	SignInRequests(ClientRegistrationRepository registrations, SignInTransactions transactions,
			SignInProperties properties) {
		this.registrations = registrations;
		this.requests = new DefaultOAuth2AuthorizationRequestResolver(registrations);
		this.transactions = transactions;
		this.properties = properties;
	}

	/** Asks for the scopes of every sign-in. */
	void signIn(SignInPurpose purpose, HttpServletRequest request, HttpServletResponse response) throws IOException {
		send(purpose, standard(request), request, response);
	}

	/**
	 * Asks for what the session has, and for what is wanted besides, as the same person.
	 */
	void consent(SignInPurpose purpose, HttpServletRequest request, HttpServletResponse response) throws IOException {
		var standard = standard(request);
		var scopes = new LinkedHashSet<>(standard.getScopes());
		Stream.of(purpose.granted(), purpose.wanted())
			.flatMap(Set::stream)
			.forEach((scope) -> scopes.add(scope.qualified(this.properties.resource())));
		send(purpose, asSamePerson(purpose, OAuth2AuthorizationRequest.from(standard).scopes(scopes)).build(), request,
				response);
	}

	private void send(SignInPurpose purpose, OAuth2AuthorizationRequest asked, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		var transaction = purpose.keptIn(asked);
		this.transactions.saveAuthorizationRequest(transaction, request, response);
		response.sendRedirect(transaction.getAuthorizationRequestUri());
	}

	/** Whoever consented as an administrator in between may be somebody else. */
	private static OAuth2AuthorizationRequest.Builder asSamePerson(SignInPurpose purpose,
			OAuth2AuthorizationRequest.Builder asked) {
		var before = purpose.before();
		var hint = (before != null) ? before.record().loginHint() : null;
		return (hint == null) ? asked : asked.additionalParameters((parameters) -> parameters.put("login_hint", hint));
	}

	/**
	 * A request as the framework makes it, with state, nonce and code challenge.
	 * @throws IdentityProviderUnreachable if the provider's metadata cannot be had
	 */
	private OAuth2AuthorizationRequest standard(HttpServletRequest request) {
		var registration = ClientRegistrations.reached(this.registrations);
		return Objects.requireNonNull(this.requests.resolve(request, registration.getRegistrationId()));
	}

}
