package io.github.sandbox.entra;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How old a sign-in is, what ID tokens leave out, and what is not granted. */
class FreshSignInTests extends LookAlikeTest {

	private static final Duration LONG = Duration.ofHours(9);

	@Test
	void sessionMayPretendToBeOld() {
		signIn(analyst(), TestApp.SIGN_IN_SCOPES);
		this.entra.signedInAgo(analyst().objectId(), LONG);
		assertThat(age(again(Map.of()))).isCloseTo(LONG, Duration.ofMinutes(1));
	}

	@Test
	void nextSessionMayPretendToBeOldToo() {
		this.entra.signedInAgo(analyst().objectId(), LONG);
		assertThat(age(signIn(analyst(), TestApp.SIGN_IN_SCOPES))).isCloseTo(LONG, Duration.ofMinutes(1));
	}

	@ParameterizedTest
	@CsvSource({ "max_age, 3600", "prompt, login" })
	void appMayDemandAFreshSession(String name, String value) {
		this.entra.signedInAgo(analyst().objectId(), LONG);
		signIn(analyst(), TestApp.SIGN_IN_SCOPES);
		Browser.Visit page = again(Map.of(name, value));
		assertThat(page.parameter("code")).isEmpty();
		assertThat(age(this.browser.press(page, analyst().objectId()))).isLessThan(Duration.ofMinutes(1));
		assertThat(age(again(Map.of()))).isLessThan(Duration.ofMinutes(1));
	}

	@Test
	void claimsMayBeLeftOutOfIdTokens() {
		this.entra.omitClaims("auth_time", "groups", "wids");
		assertThat(idToken()).doesNotContainKeys("auth_time", "groups", "wids").containsKeys("oid", "nonce");
		this.entra.reset();
		assertThat(idToken()).containsKeys("auth_time", "groups", "wids");
	}

	@Test
	void withheldScopeIsNotInForce() {
		this.entra.withhold("Machine.Read");
		TestApp.Answer tokens = tokensOf(analyst(), TestApp.SIGN_IN_SCOPES);
		assertThat(tokens.text("scope")).isEqualTo(TestApp.defender("Alert.Read"));
		assertThat(tokens.claims("access_token")).containsEntry("scp", "Alert.Read");
		assertThat(this.app.refresh(tokens.text("refresh_token"), TestApp.defender("Machine.Read")).text("scope"))
			.isEqualTo(TestApp.defender("Alert.Read"));
	}

	private Map<String, Object> idToken() {
		return tokensOf(analyst(), TestApp.SIGN_IN_SCOPES).claims("id_token");
	}

	private Browser.Visit again(Map<String, String> more) {
		return this.browser.open(this.app.authorize(TestApp.SIGN_IN_SCOPES, more));
	}

	private Duration age(Browser.Visit arrival) {
		TestApp.Answer tokens = this.app.redeem(arrival.parameter("code").orElseThrow());
		return Duration.between(
				Instant.ofEpochSecond(Long.parseLong(String.valueOf(tokens.claims("id_token").get("auth_time")))),
				Instant.now());
	}

}
