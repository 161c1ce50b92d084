package io.github.sandbox.entra;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Refreshing, client credentials, refusals and the switches of the token endpoint. */
class TokenEndpointTests extends LookAlikeTest {

	private static final String GROUPS = "https://graph.microsoft.com/GroupMember.Read.All";

	@Test
	void refreshTokenServesEveryResource() {
		TestApp.Answer tokens = tokensOf(analyst(), TestApp.SIGN_IN_SCOPES + " " + GROUPS);
		assertThat(tokens.claims("access_token")).containsEntry("aud",
				List.of("https://api.securitycenter.microsoft.com"));
		TestApp.Answer graph = this.app.refresh(tokens.text("refresh_token"), GROUPS);
		assertThat(graph.claims("access_token")).containsEntry("aud", List.of("https://graph.microsoft.com"))
			.containsEntry("scp", "GroupMember.Read.All");
		assertThat(graph.text("scope")).isEqualTo(GROUPS);
		assertThat(graph.body().has("id_token")).isFalse();
	}

	@Test
	void oldRefreshTokenStaysValid() {
		String first = tokensOf(analyst(), TestApp.SIGN_IN_SCOPES).text("refresh_token");
		TestApp.Answer refreshed = this.app.refresh(first, TestApp.SIGN_IN_SCOPES);
		assertThat(refreshed.text("refresh_token")).isNotEmpty().isNotEqualTo(first);
		assertThat(refreshed.claims("id_token")).doesNotContainKeys("nonce", "auth_time");
		assertThat(this.app.refresh(first, "").status()).isEqualTo(200);
		assertThat(this.app.refresh(refreshed.text("refresh_token"), "").status()).isEqualTo(200);
	}

	@Test
	void refreshForUnconsentedScopeIsRefused() {
		String token = tokensOf(analyst(), TestApp.SIGN_IN_SCOPES).text("refresh_token");
		TestApp.Answer refused = this.app.refresh(token, TestApp.defender("Machine.Scan"));
		assertThat(refused.text("error")).isEqualTo("invalid_grant");
		assertThat(refused.text("suberror")).isEqualTo("consent_required");
		assertThat(this.app.refresh(token, TestApp.defender("Machine.Read") + " " + GROUPS).text("error_description"))
			.contains("AADSTS28000");
	}

	@Test
	void revokedRefreshTokenIsRefusedUntilTheNextSignIn() {
		String token = tokensOf(analyst(), TestApp.SIGN_IN_SCOPES).text("refresh_token");
		this.entra.revokeRefreshTokens(analyst().objectId());
		TestApp.Answer refused = this.app.refresh(token, "");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.text("error")).isEqualTo("invalid_grant");
		assertThat(refused.text("suberror")).isEqualTo("bad_token");
		assertThat(refused.body().get("error_codes").get(0).asInt()).isEqualTo(50173);
		assertThat(refused.body().propertyNames()).contains("timestamp", "trace_id", "correlation_id");
		String code = this.browser.open(this.app.authorize(TestApp.SIGN_IN_SCOPES, Map.of()))
			.parameter("code")
			.orElseThrow();
		assertThat(this.app.refresh(this.app.redeem(code).text("refresh_token"), "").status()).isEqualTo(200);
	}

	@Test
	void demandedClaimsStopRefreshingUntilTheyArePresented() {
		String token = tokensOf(analyst(), TestApp.SIGN_IN_SCOPES).text("refresh_token");
		this.entra.demandClaims(analyst().objectId());
		TestApp.Answer refused = this.app.refresh(token, "");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.text("error")).isEqualTo("interaction_required");
		String claims = refused.text("claims");
		assertThat(claims).contains("acrs");
		assertThat(signInAgain(Map.of()).parameter("code")).isPresent();
		assertThat(this.app.refresh(token, "").status()).isEqualTo(400);
		Browser.Visit page = signInAgain(Map.of("claims", claims));
		assertThat(this.browser.press(page, analyst().objectId()).parameter("code")).isPresent();
		assertThat(this.app.refresh(token, "").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(
			textBlock = """
					FULL,      https://api.securitycenter.microsoft.com/Alert.Read https://api.securitycenter.microsoft.com/Machine.Read
					SHORT,     Alert.Read Machine.Read
					UPPERCASE, HTTPS://API.SECURITYCENTER.MICROSOFT.COM/ALERT.READ HTTPS://API.SECURITYCENTER.MICROSOFT.COM/MACHINE.READ
					""")
	void scopeIsWrittenInTheChosenForm(ScopeForm form, String scope) {
		this.entra.scopeForm(form);
		assertThat(tokensOf(analyst(), TestApp.SIGN_IN_SCOPES).text("scope")).isEqualTo(scope);
	}

	@Test
	void scopeMayBeAbsent() {
		this.entra.scopeForm(ScopeForm.ABSENT);
		assertThat(tokensOf(analyst(), TestApp.SIGN_IN_SCOPES).body().has("scope")).isFalse();
	}

	@Test
	void lifetimeMayBeSet() {
		this.entra.accessTokenLifetime(Duration.ofSeconds(7));
		TestApp.Answer tokens = tokensOf(analyst(), TestApp.SIGN_IN_SCOPES);
		assertThat(tokens.body().get("expires_in").asInt()).isEqualTo(7);
	}

	@Test
	void appHoldsEveryRoleOfDefenderUnlessTold() {
		TestApp.Answer answer = this.app.tokenWithBasic(
				Map.of("grant_type", "client_credentials", "scope", TestApp.defender(".default")),
				TestApp.REGISTRATION.clientSecret());
		assertThat(answer.claims("access_token").get("roles")).asInstanceOf(InstanceOfAssertFactories.LIST)
			.contains("Machine.Read.All", "Alert.ReadWrite.All", "Machine.Isolate", "Score.Read.All")
			.hasSizeGreaterThan(20);
	}

	@Test
	void appGetsTokensForItself() {
		this.entra.appRoles(Set.of("Machine.Read.All"));
		TestApp.Answer answer = this.app.tokenWithBasic(
				Map.of("grant_type", "client_credentials", "scope", TestApp.defender(".default")),
				TestApp.REGISTRATION.clientSecret());
		assertThat(answer.claims("access_token")).containsEntry("roles", List.of("Machine.Read.All"))
			.containsEntry("aud", List.of("https://api.securitycenter.microsoft.com"))
			.doesNotContainKeys("scp", "upn");
		assertThat(answer.body().has("refresh_token")).isFalse();
		assertThat(this.entra.tokenRequests()).containsExactly(
				new TokenRequest("client_credentials", TestApp.defender(".default"), "client_secret_basic"));
	}

	@Test
	void wrongSecretIsRefused() {
		TestApp.Answer refused = this.app
			.tokenWithBasic(Map.of("grant_type", "client_credentials", "scope", TestApp.defender(".default")), "wrong");
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.text("error")).isEqualTo("invalid_client");
		assertThat(refused.text("error_description")).startsWith("AADSTS7000215: ");
		assertThat(this.app.token(Map.of("grant_type", "client_credentials")).text("error_description"))
			.startsWith("AADSTS7000218: ");
	}

	@Test
	void failureLastsUntilItIsRestored() {
		String token = tokensOf(analyst(), TestApp.SIGN_IN_SCOPES).text("refresh_token");
		this.entra.failTokenEndpoint(503);
		assertThat(this.app.refresh(token, "").status()).isEqualTo(503);
		this.entra.failTokenEndpointWithOutage();
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> this.app.refresh(token, ""));
		this.entra.restoreTokenEndpoint();
		assertThat(this.app.refresh(token, "").status()).isEqualTo(200);
		assertThat(this.entra.tokenRequests()).extracting(TokenRequest::grantType)
			.containsExactly("authorization_code", "refresh_token", "refresh_token", "refresh_token");
	}

	private Browser.Visit signInAgain(Map<String, String> more) {
		return this.browser.open(this.app.authorize(TestApp.SIGN_IN_SCOPES, more));
	}

}
