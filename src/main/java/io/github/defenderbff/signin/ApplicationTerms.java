package io.github.defenderbff.signin;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.github.defenderbff.problem.SettingProblem;

import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;

/**
 * What a token must say for its application to be let in.
 *
 * @param clientId the client id of this service, which is no application of this kind
 * @param issuers who may have issued it, exactly
 * @param audiences for whom it may have been issued
 * @param tenants the tenants it may come from
 */
record ApplicationTerms(String clientId, Set<String> issuers, Set<String> audiences, Set<String> tenants) {

	ApplicationTerms {
		issuers = Set.copyOf(issuers);
		audiences = Set.copyOf(audiences);
		tenants = Set.copyOf(tenants);
	}

	/** The settings, with the registration's own values where they are silent. */
	static ApplicationTerms of(ApplicationProperties settings, OAuth2ClientProperties clients,
			SignInProperties signIn) {
		var registration = Objects.requireNonNull(clients.getRegistration().get(ClientRegistrations.DEFENDER));
		var clientId = Objects.requireNonNull(registration.getClientId());
		var audiences = settings.audiences().isEmpty() ? List.of(clientId, "api://" + clientId) : settings.audiences();
		checkAudiences(audiences, signIn.resource());
		var issuers = settings.issuers().isEmpty() ? providersIssuer(clients, registration) : settings.issuers();
		return new ApplicationTerms(clientId, Set.copyOf(issuers), Set.copyOf(audiences),
				Set.copyOf(settings.tenants()));
	}

	private static List<String> providersIssuer(OAuth2ClientProperties clients,
			OAuth2ClientProperties.Registration registration) {
		var provider = clients.getProvider()
			.get(Objects.requireNonNullElse(registration.getProvider(), ClientRegistrations.DEFENDER));
		return Optional.ofNullable(provider)
			.map(OAuth2ClientProperties.Provider::getIssuerUri)
			.map(List::of)
			.orElseThrow(() -> new SettingProblem(
					"Applications may call, but it is not known who issues their tokens: the provider has no issuer-uri.",
					"Set signin.applications.issuers to the issuers, exactly as in their tokens."));
	}

	/**
	 * Whoever has a token for Defender can call Defender; here it would be a disguise.
	 */
	private static void checkAudiences(List<String> audiences, String resource) {
		audiences.stream()
			.filter((audience) -> resource(audience).equals(resource(resource)))
			.findFirst()
			.ifPresent((audience) -> {
				throw new SettingProblem(
						"signin.applications.audiences names '" + audience
								+ "', which is Defender and not this service.",
						"Name this service, as in the tokens that applications get for it.");
			});
	}

	private static String resource(String name) {
		return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
	}

}
