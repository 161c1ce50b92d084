package io.github.defenderbff.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

import io.github.defenderbff.problem.SettingProblem;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether applications without a person may call, and which.
 *
 * @param enabled whether they may at all
 * @param audiences what their tokens must be issued for; empty for this service's client
 * id, alone and as {@code api://<client id>}
 * @param tenants the tenants ({@code tid}) whose applications may call
 * @param issuers who may issue their tokens, exactly as {@code iss} says; empty for the
 * provider that people sign in with
 */
@ConfigurationProperties("signin.applications")
record ApplicationProperties(@DefaultValue("false") boolean enabled, @DefaultValue List<String> audiences,
		@DefaultValue List<String> tenants, @DefaultValue List<String> issuers) {

	private static final String PREFIX = "signin.applications.";

	ApplicationProperties {
		audiences = List.copyOf(audiences);
		tenants = List.copyOf(tenants);
		issuers = List.copyOf(issuers);
		if (enabled) {
			checkTenants(tenants);
			issuers.forEach(ApplicationProperties::checkIssuer);
		}
	}

	private static void checkTenants(List<String> tenants) {
		if (tenants.isEmpty()) {
			throw new SettingProblem("Applications may call, but of no tenant.",
					"Set ENTRA_TENANT_ID, or " + PREFIX + "tenants to the tenants whose applications may call.");
		}
		tenants.stream().filter(RequiredSettings.SHARED_TENANTS::contains).findFirst().ifPresent((tenant) -> {
			throw new SettingProblem(PREFIX + "tenants names '" + tenant + "', which stands for many tenants.",
					"Name each tenant by its id.");
		});
	}

	private static void checkIssuer(String issuer) {
		if (!isAddress(issuer)) {
			throw new SettingProblem(PREFIX + "issuers names '" + issuer + "', which is not the address of an issuer.",
					"Name issuers exactly as in their tokens, such as "
							+ "https://login.microsoftonline.com/<tenant id>/v2.0.");
		}
	}

	private static boolean isAddress(String issuer) {
		try {
			var address = new URI(issuer);
			return address.getHost() != null && address.getRawQuery() == null && address.getRawFragment() == null
					&& RequiredSettings.SHARED_TENANTS.stream().noneMatch((many) -> issuer.contains("/" + many + "/"))
					&& ("https".equals(address.getScheme()) || ("http".equals(address.getScheme())
							&& RequiredSettings.LOOPBACK.contains(address.getHost())));
		}
		catch (URISyntaxException _) {
			return false;
		}
	}

}
