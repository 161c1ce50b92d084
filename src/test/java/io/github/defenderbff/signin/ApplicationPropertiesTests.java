package io.github.defenderbff.signin;

import java.util.List;
import java.util.Set;

import io.github.defenderbff.problem.SettingProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** Which applications the settings let in. */
class ApplicationPropertiesTests {

	private static final String ISSUER = "https://login.microsoftonline.com/7f1c2a3e/v2.0";

	private static final String VERSION_1 = "https://sts.windows.net/7f1c2a3e/";

	private static ApplicationProperties settings(List<String> audiences, List<String> tenants, List<String> issuers) {
		return new ApplicationProperties(true, audiences, tenants, issuers);
	}

	private static ApplicationTerms terms(ApplicationProperties settings, @Nullable String issuer) {
		var registration = new OAuth2ClientProperties.Registration();
		registration.setProvider("entra");
		registration.setClientId("bff");
		var provider = new OAuth2ClientProperties.Provider();
		provider.setIssuerUri(issuer);
		var clients = new OAuth2ClientProperties();
		clients.getRegistration().put("defender", registration);
		clients.getProvider().put("entra", provider);
		return ApplicationTerms.of(settings, clients, TestSessions.properties("https://bff.example.com"));
	}

	@Test
	void areTheRegistrationsOwnValuesWhereNothingElseIsSet() {
		assertThat(terms(settings(List.of(), List.of("7f1c2a3e"), List.of()), ISSUER))
			.isEqualTo(new ApplicationTerms("bff", Set.of(ISSUER), Set.of("bff", "api://bff"), Set.of("7f1c2a3e")));
	}

	@Test
	void takeThePlaceOfTheRegistrationsValues() {
		var settings = settings(List.of("https://bff.example.com"), List.of("a", "b"), List.of(ISSUER, VERSION_1));
		assertThat(terms(settings, "https://elsewhere.example")).isEqualTo(new ApplicationTerms("bff",
				Set.of(ISSUER, VERSION_1), Set.of("https://bff.example.com"), Set.of("a", "b")));
	}

	@Test
	void nameTheTenants() {
		assertThatExceptionOfType(SettingProblem.class).isThrownBy(() -> settings(List.of(), List.of(), List.of()))
			.withMessage("Applications may call, but of no tenant.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "common", "organizations", "consumers" })
	void nameNoTenantThatStandsForMany(String tenant) {
		assertThatExceptionOfType(SettingProblem.class)
			.isThrownBy(() -> settings(List.of(), List.of("7f1c2a3e", tenant), List.of()))
			.withMessageContaining("stands for many tenants");
	}

	@ParameterizedTest
	@ValueSource(strings = { "login.microsoftonline.com", "http://login.example.com/", "https:///v2.0", "", "a b",
			"https://login.microsoftonline.com/{tenantid}/v2.0", "https://login.microsoftonline.com/common/v2.0",
			"https://login.example.com/?tenant=a", "https://login.example.com/#a" })
	void nameIssuersExactly(String issuer) {
		assertThatExceptionOfType(SettingProblem.class)
			.isThrownBy(() -> settings(List.of(), List.of("7f1c2a3e"), List.of(issuer)))
			.withMessage("signin.applications.issuers names '" + issuer + "', which is not the address of an issuer.");
	}

	@ParameterizedTest
	@ValueSource(strings = { TestSessions.RESOURCE, TestSessions.RESOURCE + "/" })
	void takeNoTokenThatIsForDefender(String audience) {
		var settings = settings(List.of("bff", audience), List.of("7f1c2a3e"), List.of());
		assertThatExceptionOfType(SettingProblem.class).isThrownBy(() -> terms(settings, ISSUER))
			.withMessageContaining("which is Defender and not this service");
	}

	@Test
	void nameTheIssuersWhereTheProviderHasNone() {
		var settings = settings(List.of(), List.of("7f1c2a3e"), List.of());
		assertThatExceptionOfType(SettingProblem.class).isThrownBy(() -> terms(settings, null))
			.withMessageContaining("it is not known who issues their tokens");
	}

	@Test
	void areNotLookedAtWhereApplicationsMayNotCall() {
		assertThatNoException()
			.isThrownBy(() -> new ApplicationProperties(false, List.of(), List.of(), List.of("anything")));
	}

}
