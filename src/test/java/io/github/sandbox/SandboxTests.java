package io.github.sandbox;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import io.github.sandbox.entra.Browser;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The look-alikes as they are started together. */
class SandboxTests {

	private static final URI BFF = URI.create("http://localhost:9");

	private final Sandbox sandbox = Sandbox.start(0, 0, BFF);

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	@Test
	void administratorReturnsFromConsentingForTheOrganisation() {
		URI callback = BFF.resolve("/login/admin-consent/callback");
		URI address = URI.create(this.sandbox.entra().issuer() + "/adminconsent?client_id=" + Sandbox.CLIENT_ID
				+ "&scope=https://api.securitycenter.microsoft.com/Machine.Offboard&state=s&redirect_uri="
				+ URLEncoder.encode(callback.toString(), StandardCharsets.UTF_8));
		try (Browser browser = new Browser((uri) -> uri.getPort() == BFF.getPort())) {
			Browser.Visit page = browser.press(browser.open(address), People.ADA_ADMIN.objectId());
			Browser.Visit arrival = browser.press(page, "Accept");
			assertThat(arrival.uri().toString()).startsWith(callback + "?");
			assertThat(arrival.parameter("admin_consent")).contains("True");
			assertThat(arrival.parameter("state")).contains("s");
		}
	}

}
