package io.github.defenderbff.signin;

import java.util.HashMap;
import java.util.Map;

import io.github.defenderbff.problem.SettingProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** What must be set before this service starts. */
class RequiredSettingsTests {

	private static final String REGISTRATION = "spring.security.oauth2.client.registration.defender.";

	private static final String ISSUER = "spring.security.oauth2.client.provider.entra.issuer-uri";

	private static final Map<String, Object> COMPLETE = Map.of("signin.base-url", "https://bff.example.com",
			REGISTRATION + "provider", "entra", REGISTRATION + "client-id", "client", REGISTRATION + "client-secret",
			"secret", ISSUER, "https://login.microsoftonline.com/7f1c2a3e/v2.0", "ENTRA_TENANT_ID", "7f1c2a3e");

	private static void start(Map<String, Object> changes) {
		var settings = new HashMap<>(COMPLETE);
		settings.putAll(changes);
		var environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
		var beans = new DefaultListableBeanFactory();
		beans.registerSingleton("environment", environment);
		new RequiredSettings().postProcessBeanFactory(beans);
	}

	@Test
	void letACompleteSetPass() {
		assertThatNoException().isThrownBy(() -> start(Map.of()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					signin.base-url                                                  | ''            | The address of this service is not set.
					ENTRA_TENANT_ID                                                  | ''            | The Entra tenant is not set.
					ENTRA_TENANT_ID                                                  | common        | ENTRA_TENANT_ID is 'common', which stands for many tenants.
					ENTRA_TENANT_ID                                                  | organizations | ENTRA_TENANT_ID is 'organizations', which stands for many tenants.
					ENTRA_TENANT_ID                                                  | consumers     | ENTRA_TENANT_ID is 'consumers', which stands for many tenants.
					spring.security.oauth2.client.registration.defender.client-id     | ''            | The client id of the app registration is not set.
					spring.security.oauth2.client.registration.defender.client-id     | ' '           | The client id of the app registration is not set.
					spring.security.oauth2.client.registration.defender.client-secret | ''            | The client credential is not set.
					spring.security.oauth2.client.registration.defender.client-secret | ' '           | The client credential is not set.
					signin.client-certificate                                         | a.pem,b.pem   | Several client credentials are set: ENTRA_CLIENT_CERTIFICATE, ENTRA_CLIENT_SECRET.
					signin.client-certificate[0]                                      | a.pem         | Several client credentials are set: ENTRA_CLIENT_CERTIFICATE, ENTRA_CLIENT_SECRET.
					signin.federated-token-file                                       | /token        | Several client credentials are set: AZURE_FEDERATED_TOKEN_FILE, ENTRA_CLIENT_SECRET.
					spring.security.oauth2.client.registration.defender.client-authentication-method | none | The client authentication method is 'none', which sends no secret.
					""")
	void stopTheStartWithASentence(String setting, String value, String sentence) {
		assertThatExceptionOfType(SettingProblem.class).isThrownBy(() -> start(Map.of(setting, value)))
			.withMessage(sentence);
	}

	@ParameterizedTest
	@ValueSource(strings = { "bff.example.com", "https://bff.example.com/path", "https://bff.example.com?a=b",
			"https://somebody@bff.example.com", "ftp://bff.example.com", "https:///", "not an address", "mailto:a@b",
			"https://bff.example.com/#top", "https://bff.example.com//" })
	void takeAnOriginOnly(String baseUrl) {
		assertThatExceptionOfType(SettingProblem.class).isThrownBy(() -> start(Map.of("signin.base-url", baseUrl)))
			.withMessage("BFF_BASE_URL is '" + baseUrl + "', which is not an origin.");
	}

	@Test
	void keepTheCookieFromTravellingInClear() {
		assertThatExceptionOfType(SettingProblem.class)
			.isThrownBy(() -> start(Map.of("signin.base-url", "http://bff.example.com")))
			.withMessageContaining("must not travel in clear");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://bff.example.com/", "https://bff.example.com:8443", "http://localhost:8080",
			"http://127.0.0.1:8080", "http://[::1]:8080" })
	void takeEveryOriginThatIsSafe(String baseUrl) {
		assertThatNoException().isThrownBy(() -> start(Map.of("signin.base-url", baseUrl)));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "signin.client-certificate", "signin.client-certificate[0]", "signin.federated-token-file" })
	void takeAnotherCredentialInsteadOfASecret(String setting) {
		assertThatNoException()
			.isThrownBy(() -> start(Map.of(REGISTRATION + "client-secret", "", setting, "/etc/bff/credential")));
	}

	@Test
	void askForNoTenantOfAnotherProvider() {
		assertThatNoException().isThrownBy(
				() -> start(Map.of("ENTRA_TENANT_ID", "", ISSUER, "https://keycloak.example.com/realms/security")));
		assertThatNoException()
			.isThrownBy(() -> start(Map.of("ENTRA_TENANT_ID", "", REGISTRATION + "provider", "keycloak")));
	}

}
