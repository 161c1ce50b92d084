package io.github.sandbox.entra;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests that carry a {@code claims} parameter. */
class ClaimsChallengeTests extends LookAlikeTest {

	private static final String CLAIMS = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";

	@Test
	void signInWithClaimsPutsTheContextIntoThisAndLaterTokens() {
		TestApp.Answer tokens = this.app.redeem(code(Map.of("claims", CLAIMS)));
		assertThat(tokens.claims("access_token")).containsEntry("acrs", List.of("c1"));
		assertThat(this.app.refresh(tokens.text("refresh_token"), "").claims("access_token")).containsEntry("acrs",
				List.of("c1"));
		assertThat(this.app.redeem(code(Map.of())).claims("access_token")).doesNotContainKey("acrs");
	}

	@Test
	void refreshWithClaimsPutsTheContextIntoItsTokenOnly() {
		String token = this.app.redeem(code(Map.of())).text("refresh_token");
		assertThat(refresh(token, CLAIMS).claims("access_token")).containsEntry("acrs", List.of("c1"));
		assertThat(this.app.refresh(token, "").claims("access_token")).doesNotContainKey("acrs");
	}

	@Test
	void valuesAreReadAsWellAsOneValue() {
		String token = this.app.redeem(code(Map.of())).text("refresh_token");
		String claims = "{\"access_token\":{\"acrs\":{\"values\":[\"c1\"]},\"xms_cc\":{\"values\":[\"cp1\"]}}}";
		assertThat(refresh(token, claims).claims("access_token")).containsEntry("acrs", List.of("c1"));
	}

	@Test
	void demandedSignInCannotBeReplacedByRefreshing() {
		String token = this.app.redeem(code(Map.of())).text("refresh_token");
		this.entra.demandClaims(analyst().objectId());
		TestApp.Answer refused = refresh(token, CLAIMS);
		assertThat(refused.text("error")).isEqualTo("interaction_required");
		assertThat(refused.text("claims")).isEqualTo(CLAIMS);
	}

	@Test
	void claimsThatAreNoJsonAreRefused() {
		String token = this.app.redeem(code(Map.of())).text("refresh_token");
		assertThat(refresh(token, "bm8gSlNPTg==").text("error")).isEqualTo("invalid_request");
		assertThat(this.browser.open(this.app.authorize(TestApp.SIGN_IN_SCOPES, Map.of("claims", "bm8gSlNPTg==")))
			.parameter("error")).contains("invalid_request");
	}

	private TestApp.Answer refresh(String token, String claims) {
		Map<String, String> parameters = new LinkedHashMap<>(Map.of("client_id", TestApp.REGISTRATION.clientId(),
				"client_secret", TestApp.REGISTRATION.clientSecret()));
		parameters.putAll(Map.of("grant_type", "refresh_token", "refresh_token", token, "claims", claims));
		return this.app.token(parameters);
	}

	private String code(Map<String, String> more) {
		Browser.Visit page = this.browser.open(this.app.authorize(TestApp.SIGN_IN_SCOPES, more));
		Browser.Visit arrival = page.parameter("code").isPresent() ? page
				: this.browser.press(page, analyst().objectId());
		return arrival.parameter("code").orElseThrow();
	}

}
