package io.github.defenderbff.signin;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.defenderbff.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;

/**
 * The way to the page where an administrator consents for everybody, and back from there.
 */
@Component
final class AdminConsent {

	/** What Entra's issuers of version 2 end with; the page is below them. */
	private static final String ENTRA = "/v2.0";

	private final ClientRegistrationRepository registrations;

	private final SignInTransactions transactions;

	private final ResourceScopes scopes;

	private final SignInProperties properties;

	private final StringKeyGenerator states = new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 32);

	AdminConsent(ClientRegistrationRepository registrations, SignInTransactions transactions, ResourceScopes scopes,
			SignInProperties properties) {
		this.registrations = registrations;
		this.transactions = transactions;
		this.scopes = scopes;
		this.properties = properties;
	}

	/**
	 * Where an administrator consents to these scopes, or without any to those of every
	 * sign-in; null where the provider is not known to have such a page, or is away.
	 */
	@Nullable String url(Set<Scope> scopes, ReturnPath returnTo) {
		var asked = scopes.isEmpty() ? this.properties.initialScopes() : scopes;
		try {
			return page(ClientRegistrations.defender(this.registrations))
				.map((_) -> SignInPaths.adminConsentTo(asked, returnTo))
				.orElse(null);
		}
		catch (IdentityProviderUnreachable _) {
			return null;
		}
	}

	/**
	 * Begins a transaction; the answer is where the browser goes.
	 * @throws SignInFailure if it is not known where that page is
	 */
	String begin(SignInPurpose purpose, HttpServletRequest request, HttpServletResponse response) {
		var registration = ClientRegistrations.defender(this.registrations);
		var asked = this.scopes.qualified(purpose.wanted());
		asked.addAll(purpose.elsewhere());
		var transaction = purpose.keptIn(OAuth2AuthorizationRequest.authorizationCode()
			.authorizationUri(page(registration).orElseThrow(Unavailable::new))
			.clientId(registration.getClientId())
			.redirectUri(this.properties.origin() + SignInPaths.ADMIN_CONSENT_CALLBACK)
			.scopes(asked)
			.state(this.states.generateKey())
			.build());
		this.transactions.saveAdminConsent(transaction, request, response);
		return OAuth2AuthorizationRequest.from(transaction)
			.parameters((parameters) -> parameters.remove(OAuth2ParameterNames.RESPONSE_TYPE))
			.build()
			.getAuthorizationRequestUri();
	}

	/** What the administrator's consent was for; empty where this browser awaits none. */
	Optional<SignInPurpose> complete(HttpServletRequest request) {
		return Optional.ofNullable(this.transactions.takeAdminConsent(request)).map(SignInPurpose::of);
	}

	/**
	 * Whether the settings alone say that there is such a page. For decisions: they must
	 * not wait for the provider's metadata.
	 */
	static boolean isConfigured(SignInProperties signIn, OAuth2ClientProperties clients) {
		var registration = clients.getRegistration().get(ClientRegistrations.DEFENDER);
		var name = (registration != null) ? registration.getProvider() : null;
		var provider = clients.getProvider().get((name != null) ? name : ClientRegistrations.DEFENDER);
		var issuer = (provider != null) ? provider.getIssuerUri() : null;
		return signIn.adminConsentUri() != null || (issuer != null && issuer.endsWith(ENTRA));
	}

	private Optional<String> page(ClientRegistration registration) {
		var issuer = registration.getProviderDetails().getIssuerUri();
		return Optional.ofNullable(this.properties.adminConsentUri())
			.map(URI::toString)
			.or(() -> Optional.ofNullable(issuer)
				.filter((address) -> address.endsWith(ENTRA))
				.map((address) -> address + "/adminconsent"));
	}

	/** Nobody said where administrators consent. */
	private static final class Unavailable extends SignInFailure {

		Unavailable() {
			super(ProblemType.ADMIN_CONSENT_UNAVAILABLE, "No address for the consent",
					"Where an administrator consents is not known for this identity provider. "
							+ "Ask the operator of this service to set signin.admin-consent-uri.",
					List.of(SignInPages.Link.START));
		}

	}

}
