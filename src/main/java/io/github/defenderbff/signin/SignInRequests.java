package io.github.defenderbff.signin;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;

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

	private final ResourceScopes scopes;

	SignInRequests(ClientRegistrationRepository registrations, SignInTransactions transactions, ResourceScopes scopes) {
		this.registrations = registrations;
		this.requests = new DefaultOAuth2AuthorizationRequestResolver(registrations);
		this.transactions = transactions;
		this.scopes = scopes;
	}

	/** Asks for the scopes of every sign-in. */
	void signIn(SignInPurpose purpose, HttpServletRequest request, HttpServletResponse response) throws IOException {
		send(purpose, standard(request), request, response);
	}

	/**
	 * Asks for what the session has, and for what is wanted besides, as the same person.
	 */
	void consent(SignInPurpose purpose, HttpServletRequest request, HttpServletResponse response) throws IOException {
		send(purpose, asked(purpose, request, Map.of()), request, response);
	}

	/**
	 * Asks for what the session has in a newer or stronger sign-in. Where claims are
	 * missing, they say all there is to say. Else the person is to prove who they are, in
	 * the words of Entra ({@code prompt}) and of the standard, by which {@code max_age}
	 * also makes the provider state {@code auth_time}.
	 */
	void stepUp(SignInPurpose purpose, HttpServletRequest request, HttpServletResponse response) throws IOException {
		var steppingUp = purpose.withClaims();
		var parameters = steppingUp.lacksClaims() ? Map.<String, String>of()
				: Map.of("prompt", "login", "max_age", "0");
		send(steppingUp, asked(steppingUp, request, parameters), request, response);
	}

	private OAuth2AuthorizationRequest asked(SignInPurpose purpose, HttpServletRequest request,
			Map<String, String> parameters) {
		var standard = standard(request);
		var all = new LinkedHashSet<>(standard.getScopes());
		all.addAll(this.scopes.qualified(purpose.granted()));
		all.addAll(this.scopes.qualified(purpose.wanted()));
		all.addAll(purpose.elsewhere());
		return OAuth2AuthorizationRequest.from(standard).scopes(all).additionalParameters((sent) -> {
			sent.putAll(parameters);
			purpose.loginHint().ifPresent((hint) -> sent.put("login_hint", hint));
		}).build();
	}

	/**
	 * Claims that the last sign-in of this browser failed for take the place of others:
	 * without them this one would fail as well.
	 */
	private void send(SignInPurpose purpose, OAuth2AuthorizationRequest asked, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		var demanded = this.transactions.takeDemanded(request);
		var transaction = withClaims((demanded != null) ? purpose.with(demanded) : purpose, asked);
		this.transactions.saveAuthorizationRequest(transaction, request, response);
		response.sendRedirect(transaction.getAuthorizationRequestUri());
	}

	private static OAuth2AuthorizationRequest withClaims(SignInPurpose purpose, OAuth2AuthorizationRequest asked) {
		var claims = purpose.claims();
		return purpose.keptIn((claims == null) ? asked
				: OAuth2AuthorizationRequest.from(asked)
					.additionalParameters((sent) -> sent.put("claims", claims.json()))
					.build());
	}

	/**
	 * A request as the framework makes it, with state, nonce and code challenge.
	 * @throws IdentityProviderUnreachable if the provider's metadata cannot be had
	 */
	private OAuth2AuthorizationRequest standard(HttpServletRequest request) {
		var registration = ClientRegistrations.defender(this.registrations);
		return Objects.requireNonNull(this.requests.resolve(request, registration.getRegistrationId()));
	}

}
