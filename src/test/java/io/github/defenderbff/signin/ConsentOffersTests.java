package io.github.defenderbff.signin;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;

import static org.assertj.core.api.Assertions.assertThat;

/** Where a refusal sends people for consent. */
class ConsentOffersTests {

	private static ConsentOffers at(@Nullable String issuer, @Nullable String page, @Nullable String providerName) {
		var clients = new OAuth2ClientProperties();
		var registration = new OAuth2ClientProperties.Registration();
		if (providerName != null) {
			registration.setProvider(providerName);
		}
		clients.getRegistration().put("defender", registration);
		var provider = new OAuth2ClientProperties.Provider();
		if (issuer != null) {
			provider.setIssuerUri(issuer);
		}
		clients.getProvider().put(Objects.requireNonNullElse(providerName, "defender"), provider);
		return new ConsentOffers(new SignInProperties(URI.create("https://bff.example.com"), TestSessions.RESOURCE,
				List.of(), List.of("Machine.Offboard"), (page != null) ? URI.create(page) : null, Duration.ofHours(8),
				Duration.ofMinutes(30), 1200, List.of(), List.of()), clients);
	}

	@ParameterizedTest
	@CsvSource({ "https://login.example.com/t/v2.0, , entra", "https://login.example.com/t/v2.0, ,",
			"https://id.example.com, https://id.example.com/admin, other", ", https://id.example.com/admin, other" })
	void nameThePageForAdministratorsWhereThereIsOne(@Nullable String issuer, @Nullable String page,
			@Nullable String provider) {
		assertThat(at(issuer, page, provider).to(Scope.MACHINE_OFFBOARD))
			.isEqualTo(new ConsentOffers.Offer(null, "/login/admin-consent?scope=Machine.Offboard"));
	}

	@ParameterizedTest
	@CsvSource({ "https://id.example.com, other", "https://id.example.com/v2, other", ", other" })
	void nameNoPageForAdministratorsThatWouldNotBeFound(@Nullable String issuer, String provider) {
		assertThat(at(issuer, null, provider).to(Scope.MACHINE_READ))
			.isEqualTo(new ConsentOffers.Offer("/login/consent?scope=Machine.Read", null));
	}

}
