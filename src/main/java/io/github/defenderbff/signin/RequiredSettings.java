package io.github.defenderbff.signin;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.defenderbff.problem.SettingProblem;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Stops the start with one sentence when a setting that has no default is missing, or
 * when two contradict each other.
 */
@Component
final class RequiredSettings implements BeanFactoryPostProcessor {

	private static final String REGISTRATION = "spring.security.oauth2.client.registration."
			+ ClientRegistrations.DEFENDER + ".";

	private static final String SECRET = "ENTRA_CLIENT_SECRET";

	private static final Set<String> SECRET_METHODS = Set.of("client_secret_basic", "client_secret_post");

	private static final String PROVIDER = "spring.security.oauth2.client.provider.";

	static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	/** Tenant aliases for which an issuer cannot be compared exactly. */
	static final Set<String> SHARED_TENANTS = Set.of("common", "organizations", "consumers");

	/** Runs before any bean is made, so that none of them can fail first and say less. */
	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
		check(beans.getBean(Environment.class));
	}

	private static void check(Environment environment) {
		checkBaseUrl(environment.getProperty("signin.base-url", ""));
		var provider = environment.getProperty(REGISTRATION + "provider", "");
		if ("entra".equals(provider) && isEntra(environment)) {
			checkTenant(environment.getProperty("ENTRA_TENANT_ID", ""));
		}
		require(environment, REGISTRATION + "client-id", "The client id of the app registration is not set.",
				"Set ENTRA_CLIENT_ID to the application (client) id.");
		checkCredential(environment);
	}

	/** There is no public client: one credential, and not two of which one would win. */
	private static void checkCredential(Environment environment) {
		var credentials = credentials(environment);
		if (credentials.isEmpty()) {
			throw new SettingProblem("The client credential is not set.",
					"Set one of ENTRA_CLIENT_CERTIFICATE, AZURE_FEDERATED_TOKEN_FILE and ENTRA_CLIENT_SECRET.");
		}
		if (credentials.size() > 1) {
			throw new SettingProblem("Several client credentials are set: " + String.join(", ", credentials) + ".",
					"Leave one. SIGNIN_FEDERATED_TOKEN_FILE set to nothing hides an AZURE_FEDERATED_TOKEN_FILE.");
		}
		var method = environment.getProperty(REGISTRATION + "client-authentication-method", "client_secret_basic");
		if (credentials.contains(SECRET) && !SECRET_METHODS.contains(method)) {
			throw new SettingProblem("The client authentication method is '" + method + "', which sends no secret.",
					"Leave " + REGISTRATION + "client-authentication-method out.");
		}
	}

	private static List<String> credentials(Environment environment) {
		var certificates = Binder.get(environment).bind("signin.client-certificate", Bindable.listOf(String.class));
		var set = new ArrayList<String>();
		if (!certificates.orElse(List.of()).isEmpty()) {
			set.add("ENTRA_CLIENT_CERTIFICATE");
		}
		if (StringUtils.hasText(environment.getProperty("signin.federated-token-file"))) {
			set.add("AZURE_FEDERATED_TOKEN_FILE");
		}
		if (StringUtils.hasText(environment.getProperty(REGISTRATION + "client-secret"))) {
			set.add(SECRET);
		}
		return set;
	}

	private static boolean isEntra(Environment environment) {
		return environment.getProperty(PROVIDER + "entra.issuer-uri", "").contains("://login.microsoftonline.");
	}

	private static void checkTenant(String tenant) {
		if (!StringUtils.hasText(tenant)) {
			throw new SettingProblem("The Entra tenant is not set.",
					"Set ENTRA_TENANT_ID to the directory (tenant) id.");
		}
		if (SHARED_TENANTS.contains(tenant)) {
			throw new SettingProblem("ENTRA_TENANT_ID is '" + tenant + "', which stands for many tenants.",
					"Set ENTRA_TENANT_ID to the id of the one tenant whose people may sign in.");
		}
	}

	private static void require(Environment environment, String key, String missing, String action) {
		if (!StringUtils.hasText(environment.getProperty(key))) {
			throw new SettingProblem(missing, action);
		}
	}

	private static void checkBaseUrl(String value) {
		if (!StringUtils.hasText(value)) {
			throw new SettingProblem("The address of this service is not set.",
					"Set BFF_BASE_URL to the address browsers use, such as https://bff.example.com.");
		}
		var url = parse(value);
		if (url.getHost() == null || !Set.of("", "/").contains(url.getRawPath()) || url.getRawQuery() != null
				|| url.getRawFragment() != null || url.getUserInfo() != null) {
			throw notAnOrigin(value);
		}
		if ("http".equals(url.getScheme()) && !LOOPBACK.contains(url.getHost())) {
			throw new SettingProblem("BFF_BASE_URL is '" + value + "', and a session cookie must not travel in clear.",
					"Set BFF_BASE_URL to an https address; http is for localhost only.");
		}
		if (!Set.of("http", "https").contains(url.getScheme())) {
			throw notAnOrigin(value);
		}
	}

	private static URI parse(String value) {
		try {
			return URI.create(value);
		}
		catch (IllegalArgumentException _) {
			throw notAnOrigin(value);
		}
	}

	private static SettingProblem notAnOrigin(String value) {
		return new SettingProblem("BFF_BASE_URL is '" + value + "', which is not an origin.",
				"Set BFF_BASE_URL to scheme, host and port only, such as https://bff.example.com.");
	}

}
