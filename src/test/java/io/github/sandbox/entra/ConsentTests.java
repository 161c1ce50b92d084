package io.github.sandbox.entra;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.Person;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a person or an administrator is asked to agree to. */
class ConsentTests extends LookAlikeTest {

	private static final String WITH_SCAN = TestApp.SIGN_IN_SCOPES + " " + TestApp.defender("Machine.Scan");

	private static final String WITH_ISOLATE = TestApp.SIGN_IN_SCOPES + " " + TestApp.defender("Machine.Isolate");

	@Test
	void acceptingWidensTheScopeForThisPersonOnly() {
		Browser.Visit page = signIn(analyst(), WITH_SCAN);
		assertThat(page.body()).contains("Permissions requested").contains("<code>" + TestApp.defender("Machine.Scan"));
		assertThat(page.body()).doesNotContain("<code>" + TestApp.defender("Machine.Read"));
		Browser.Visit arrival = this.browser.press(page, "Accept");
		TestApp.Answer tokens = this.app.redeem(arrival.parameter("code").orElseThrow());
		assertThat(tokens.text("scope")).contains(TestApp.defender("Machine.Scan"));
		assertThat(again(TestApp.SIGN_IN_SCOPES).text("scope")).contains(TestApp.defender("Machine.Scan"));
		Browser.Visit other = this.browser.open(this.app.authorize(WITH_SCAN, Map.of("prompt", "login")));
		assertThat(this.browser.press(other, administrator().objectId()).body()).contains("Permissions requested");
	}

	@Test
	void consentIsForgottenByReset() {
		this.browser.press(signIn(analyst(), WITH_SCAN), "Accept");
		this.entra.reset();
		assertThat(signIn(analyst(), WITH_SCAN).body()).contains("Permissions requested");
	}

	@Test
	void cancellingIsToldToTheApp() {
		Browser.Visit arrival = this.browser.press(signIn(analyst(), WITH_SCAN), "Cancel");
		assertThat(arrival.parameter("error")).contains("access_denied");
		assertThat(arrival.parameter("error_description").orElseThrow()).contains("AADSTS65004");
		assertThat(arrival.parameter("state")).contains("a state");
	}

	@Test
	void promptConsentAsksAgain() {
		signIn(analyst(), TestApp.SIGN_IN_SCOPES);
		Browser.Visit page = this.browser.open(this.app.authorize(TestApp.SIGN_IN_SCOPES, Map.of("prompt", "consent")));
		assertThat(page.body()).contains("Permissions requested");
		assertThat(this.browser.press(page, "Accept").parameter("code")).isPresent();
	}

	@Test
	void silentRequestCannotConsent() {
		signIn(analyst(), TestApp.SIGN_IN_SCOPES);
		assertThat(this.browser.open(this.app.authorize(WITH_SCAN, Map.of("prompt", "none"))).parameter("error"))
			.contains("consent_required");
	}

	@Test
	void analystNeedsAnAdministratorForAdminOnlyScopes() {
		Browser.Visit page = signIn(analyst(), WITH_ISOLATE);
		assertThat(page.body()).contains("Need admin approval").doesNotContain("Accept");
		Browser.Visit arrival = this.browser.press(page, "Return to the app");
		assertThat(arrival.parameter("error")).contains("access_denied");
		assertThat(arrival.parameter("error_description").orElseThrow()).contains("AADSTS90094");
	}

	@Test
	void administratorConsentsForTheOrganisation() {
		Browser.Visit page = signIn(administrator(), WITH_ISOLATE);
		assertThat(page.body()).contains("for your organisation");
		this.browser.press(page, "Accept");
		Browser.Visit other = this.browser.open(this.app.authorize(WITH_ISOLATE, Map.of("prompt", "login")));
		Browser.Visit arrival = this.browser.press(other, analyst().objectId());
		assertThat(this.app.redeem(arrival.parameter("code").orElseThrow()).text("scope"))
			.contains(TestApp.defender("Machine.Isolate"));
	}

	@Test
	void adminConsentPageWorksWithoutSigningInToTheApp() {
		Browser.Visit arrival = this.browser.press(adminConsent(administrator()), "Accept");
		assertThat(arrival.parameter("admin_consent")).contains("True");
		assertThat(arrival.parameter("tenant")).contains(Organisation.TENANT_ID);
		assertThat(again(TestApp.SIGN_IN_SCOPES).text("scope")).contains(TestApp.defender("Machine.Isolate"));
	}

	@Test
	void adminConsentPageRefusesAnAnalyst() {
		Browser.Visit page = adminConsent(analyst());
		assertThat(page.body()).doesNotContain(">Accept<");
		assertThat(this.browser.press(page, "Cancel").parameter("error_description").orElseThrow())
			.contains("AADSTS90094");
	}

	private Browser.Visit adminConsent(Person person) {
		URI address = URI.create(this.entra.issuer() + "/adminconsent?client_id=" + TestApp.REGISTRATION.clientId()
				+ "&scope=" + TestApp.defender("Machine.Isolate") + "&state=s&redirect_uri="
				+ URLEncoder.encode(TestApp.REDIRECT_URI.toString(), StandardCharsets.UTF_8));
		return this.browser.press(this.browser.open(address), person.objectId());
	}

	private TestApp.Answer again(String scopes) {
		return this.app.redeem(this.browser.open(this.app.authorize(scopes, Map.of())).parameter("code").orElseThrow());
	}

}
