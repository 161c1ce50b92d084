package io.github.sandbox.entra;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The single sign-on session, {@code prompt}, hints and signing out. */
class SsoTests extends LookAlikeTest {

	@Test
	void secondRequestNeedsNoClick() {
		signIn(analyst(), TestApp.SIGN_IN_SCOPES);
		assertThat(again(Map.of()).parameter("code")).isPresent();
		assertThat(again(Map.of("prompt", "none")).parameter("code")).isPresent();
	}

	@Test
	void promptAsksAgainDespiteTheSession() {
		signIn(analyst(), TestApp.SIGN_IN_SCOPES);
		for (String prompt : new String[] { "login", "select_account" }) {
			Browser.Visit page = again(Map.of("prompt", prompt));
			assertThat(page.status()).isEqualTo(200);
			assertThat(this.browser.press(page, administrator().objectId()).parameter("code")).isPresent();
		}
	}

	@Test
	void silentRequestWithoutSessionFails() {
		Browser.Visit arrival = again(Map.of("prompt", "none"));
		assertThat(arrival.parameter("error")).contains("login_required");
		assertThat(arrival.parameter("state")).contains("a state");
	}

	@Test
	void severalPromptsAreRefused() {
		assertThat(again(Map.of("prompt", "login consent")).parameter("error_description").orElseThrow())
			.contains("AADSTS90023");
	}

	@Test
	void hintForSomebodyElsePutsThemFirst() {
		signIn(analyst(), TestApp.SIGN_IN_SCOPES);
		String administrator = administrator().userPrincipalName();
		Browser.Visit page = again(Map.of("login_hint", administrator));
		assertThat(page.body()).contains("suggested by the app");
		assertThat(page.body().indexOf(administrator)).isLessThan(page.body().indexOf(analyst().userPrincipalName()));
		assertThat(this.browser.press(page, administrator().objectId()).parameter("code")).isPresent();
		assertThat(again(Map.of("login_hint", administrator)).parameter("code")).isPresent();
	}

	@Test
	void oldSignInIsRenewedWhenTheAppSaysSo() {
		signIn(analyst(), TestApp.SIGN_IN_SCOPES);
		assertThat(again(Map.of("max_age", "3600")).parameter("code")).isPresent();
		assertThat(again(Map.of("max_age", "0")).parameter("code")).isEmpty();
	}

	@Test
	void logoutEndsTheSession() {
		signIn(analyst(), TestApp.SIGN_IN_SCOPES);
		Browser.Visit arrival = this.browser.open(logout(TestApp.SIGNED_OUT));
		assertThat(arrival.uri()).isEqualTo(TestApp.SIGNED_OUT);
		assertThat(again(Map.of("prompt", "none")).parameter("error")).contains("login_required");
	}

	@Test
	void logoutReturnsToRegisteredAddressesOnly() {
		Browser.Visit arrival = this.browser.open(logout(URI.create("http://localhost:9/evil")));
		assertThat(arrival.status()).isEqualTo(200);
		assertThat(arrival.body()).contains("You signed out").doesNotContain("evil");
	}

	@Test
	void logoutCallsTheFrontChannel() {
		this.entra.frontChannelLogoutUri(URI.create("http://localhost:9/front-channel"));
		TestApp.Answer tokens = tokensOf(analyst(), TestApp.SIGN_IN_SCOPES);
		Browser.Visit page = this.browser.open(logout(TestApp.SIGNED_OUT));
		assertThat(page.body()).contains("<iframe src=\"http://localhost:9/front-channel?")
			.contains("sid=" + tokens.claims("id_token").get("sid"))
			.contains("iss=" + URLEncoder.encode(this.entra.issuer().toString(), StandardCharsets.UTF_8))
			.contains(TestApp.SIGNED_OUT.toString());
		assertThat(again(Map.of("prompt", "none")).parameter("error")).contains("login_required");
	}

	@AfterEach
	void forgetFrontChannel() {
		this.entra.frontChannelLogoutUri(null);
	}

	@Test
	void resetEndsTheSession() {
		signIn(analyst(), TestApp.SIGN_IN_SCOPES);
		this.entra.reset();
		assertThat(again(Map.of()).status()).isEqualTo(200);
	}

	private Browser.Visit again(Map<String, String> more) {
		return this.browser.open(this.app.authorize(TestApp.SIGN_IN_SCOPES, more));
	}

	private URI logout(URI target) {
		return URI.create(this.app.endpoint("end_session_endpoint") + "?client_id=" + TestApp.REGISTRATION.clientId()
				+ "&post_logout_redirect_uri=" + URLEncoder.encode(target.toString(), StandardCharsets.UTF_8));
	}

}
