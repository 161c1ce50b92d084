package io.github.sandbox.entra;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.Person;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Signing in through the browser. */
class CodeFlowTests extends LookAlikeTest {

	@Test
	void discoveryNamesWhatEntraHasAndNothingElse() {
		JsonNode document = this.app.discovery();
		assertThat(document.get("issuer").asString()).isEqualTo(this.entra.issuer().toString())
			.isEqualTo("http://localhost:%d/%s/v2.0".formatted(this.entra.port(), Organisation.TENANT_ID));
		assertThat(document.get("jwks_uri").asString()).isEqualTo(this.entra.jwksUri().toString());
		assertThat(document.get("frontchannel_logout_supported").asBoolean()).isTrue();
		assertThat(document.propertyNames()).contains("end_session_endpoint")
			.doesNotContain("revocation_endpoint", "introspection_endpoint", "userinfo_endpoint");
	}

	@Test
	void springSecurityFindsTheProviderFromItsIssuer() {
		ClientRegistration registration = ClientRegistrations.fromIssuerLocation(this.entra.issuer().toString())
			.clientId(TestApp.REGISTRATION.clientId())
			.build();
		assertThat(registration.getProviderDetails().getIssuerUri()).isEqualTo(this.entra.issuer().toString());
	}

	@Test
	void signInPageListsEverybody() {
		String page = this.browser.open(this.app.authorize(TestApp.SIGN_IN_SCOPES, Map.of())).body();
		assertThat(page).contains("sandbox").contains("not Microsoft");
		assertThat(this.organisation.people())
			.allSatisfy((person) -> assertThat(page).contains(person.userPrincipalName(), person.objectId()))
			.allSatisfy((person) -> assertThat(this.organisation.privilegesOf(person)).allMatch(page::contains));
	}

	@Test
	void signInWithoutCsrfTokenIsRefused() {
		Browser.Visit page = this.browser.open(this.app.authorize(TestApp.SIGN_IN_SCOPES, Map.of()));
		String forged = page.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "name=\"_csrf\" value=\"forged\"");
		Browser.Visit arrival = this.browser.press(new Browser.Visit(page.uri(), 200, forged), analyst().objectId());
		assertThat(arrival.parameter("code")).isEmpty();
	}

	@Test
	void codeFlowYieldsTokensOfThePerson() {
		Person person = analyst();
		Browser.Visit arrival = signIn(person, TestApp.SIGN_IN_SCOPES);
		assertThat(arrival.uri().toString()).startsWith(TestApp.REDIRECT_URI + "?");
		assertThat(arrival.parameter("state")).contains("a state");
		TestApp.Answer answer = this.app.redeem(arrival.parameter("code").orElseThrow());
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text("token_type")).isEqualTo("Bearer");
		assertThat(answer.text("scope"))
			.isEqualTo(TestApp.defender("Alert.Read") + " " + TestApp.defender("Machine.Read"));
		assertThat(answer.body().get("expires_in").asInt()).isBetween(3600, 5400);
		assertThat(answer.text("refresh_token")).isNotEmpty();
		accessTokenSpeaksOf(person, answer.text("access_token"));
		idTokenSpeaksOf(person, answer);
	}

	private void accessTokenSpeaksOf(Person person, String token) {
		Jwt jwt = NimbusJwtDecoder.withJwkSetUri(this.entra.jwksUri().toString()).build().decode(token);
		assertThat(jwt.getAudience()).containsExactly("https://api.securitycenter.microsoft.com");
		assertThat(jwt.getClaimAsString("iss")).isEqualTo(this.entra.issuer().toString());
		assertThat(jwt.getClaims()).containsEntry("tid", Organisation.TENANT_ID)
			.containsEntry("oid", person.objectId())
			.containsEntry("upn", person.userPrincipalName())
			.containsEntry("name", person.name())
			.containsEntry("scp", "Alert.Read Machine.Read")
			.containsKeys("sid", "wids", "exp", "iat", "jti");
	}

	private void idTokenSpeaksOf(Person person, TestApp.Answer answer) {
		Map<String, Object> claims = answer.claims("id_token");
		assertThat(claims).containsEntry("iss", this.entra.issuer().toString())
			.containsEntry("aud", List.of(TestApp.REGISTRATION.clientId()))
			.containsEntry("tid", Organisation.TENANT_ID)
			.containsEntry("oid", person.objectId())
			.containsEntry("name", person.name())
			.containsEntry("preferred_username", person.userPrincipalName())
			.containsEntry("email", person.userPrincipalName())
			.containsEntry("nonce", "a nonce")
			.containsEntry("groups", person.groups().stream().sorted().toList())
			.containsEntry("sid", answer.claims("access_token").get("sid"))
			.containsKeys("auth_time", "login_hint", "wids", "iat", "exp")
			.doesNotContainKey("_claim_names");
		assertThat(claims.get("sub")).isNotEqualTo(person.objectId());
	}

	@Test
	void personWithTooManyGroupsGetsAMarkerInstead() {
		Optional<Person> overage = this.organisation.people().stream().filter(Person::groupsOverage).findFirst();
		assumeThat(overage).as("somebody in the organisation has too many groups").isPresent();
		assertThat(tokensOf(overage.get(), TestApp.SIGN_IN_SCOPES).claims("id_token")).doesNotContainKey("groups")
			.containsKeys("_claim_names", "_claim_sources");
	}

	@Test
	void scopesAreAcceptedInAnyCase() {
		TestApp.Answer answer = tokensOf(analyst(), "openid HTTPS://API.securitycenter.microsoft.com/machine.READ");
		assertThat(answer.text("scope")).contains(TestApp.defender("Machine.Read"));
		assertThat(answer.body().has("refresh_token")).isFalse();
	}

	@Test
	void codeWorksOnce() {
		String code = signIn(analyst(), TestApp.SIGN_IN_SCOPES).parameter("code").orElseThrow();
		assertThat(this.app.redeem(code).status()).isEqualTo(200);
		TestApp.Answer second = this.app.redeem(code);
		assertThat(second.status()).isEqualTo(400);
		assertThat(second.text("error")).isEqualTo("invalid_grant");
		assertThat(second.text("error_description")).startsWith("AADSTS54005: ");
	}

	@Test
	void requestWithoutPkceIsRefused() {
		Browser.Visit arrival = this.browser
			.open(this.app.authorize(TestApp.SIGN_IN_SCOPES, Map.of("code_challenge", "")));
		assertThat(arrival.parameter("error")).contains("invalid_request");
		assertThat(arrival.parameter("error_description").orElseThrow()).contains("AADSTS9002325");
	}

	@Test
	void unknownRedirectUriIsToldToThePersonOnly() {
		Browser.Visit arrival = this.browser.open(this.app.authorize(TestApp.SIGN_IN_SCOPES,
				Map.of("redirect_uri", TestApp.REDIRECT_URI + "/elsewhere")));
		assertThat(arrival.status()).isEqualTo(400);
		assertThat(arrival.body()).contains("AADSTS50011");
	}

	@Test
	void redirectUrisMayChangeAfterTheStart() {
		URI moved = URI.create("http://localhost:9/moved");
		this.entra.redirectUris(Set.of(moved));
		try {
			URI request = this.app.authorize(TestApp.SIGN_IN_SCOPES, Map.of("redirect_uri", moved.toString()));
			Browser.Visit arrival = this.browser.press(this.browser.open(request), analyst().objectId());
			assertThat(arrival.uri().getPath()).isEqualTo("/moved");
		}
		finally {
			this.entra.redirectUris(TestApp.REGISTRATION.redirectUris());
		}
	}

	@Test
	void unknownScopeIsRefused() {
		Browser.Visit arrival = this.browser
			.open(this.app.authorize("openid " + TestApp.defender("Machine.Destroy"), Map.of()));
		assertThat(arrival.parameter("error_description").orElseThrow()).contains("AADSTS650053");
	}

}
