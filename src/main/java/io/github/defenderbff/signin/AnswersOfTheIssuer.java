package io.github.defenderbff.signin;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/**
 * Sign-ins under way, of which none goes on with an answer of somebody else than the
 * provider (RFC 9207): {@code iss} must be the issuer where it is there, and it must be
 * there where the provider's metadata promises it.
 */
@Component
final class AnswersOfTheIssuer implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

	private static final String PROMISE = "authorization_response_iss_parameter_supported";

	private final SignInTransactions transactions;

	private final ClientRegistrationRepository registrations;

	AnswersOfTheIssuer(SignInTransactions transactions, ClientRegistrationRepository registrations) {
		this.transactions = transactions;
		this.registrations = registrations;
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
		return this.transactions.loadAuthorizationRequest(request);
	}

	@Override
	public void saveAuthorizationRequest(OAuth2AuthorizationRequest transaction, HttpServletRequest request,
			HttpServletResponse response) {
		this.transactions.saveAuthorizationRequest(transaction, request, response);
	}

	/**
	 * The transaction that the request completes; null where there is none.
	 * @throws OAuth2AuthenticationException if the answer is somebody else's
	 */
	@Override
	public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
			HttpServletResponse response) {
		var transaction = this.transactions.removeAuthorizationRequest(request, response);
		if (transaction != null && !isOfTheIssuer(request.getParameterValues("iss"))) {
			throw new OAuth2AuthenticationException(new OAuth2Error("invalid_issuer"));
		}
		return transaction;
	}

	private boolean isOfTheIssuer(String @Nullable [] named) {
		var provider = ClientRegistrations.defender(this.registrations).getProviderDetails();
		return (named == null) ? !Boolean.TRUE.equals(provider.getConfigurationMetadata().get(PROMISE))
				: named.length == 1 && named[0].equals(Objects.requireNonNullElse(provider.getIssuerUri(), named[0]));
	}

}
