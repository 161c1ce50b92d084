package io.github.defenderbff;

import java.util.List;
import java.util.Map;

import io.github.sandbox.defender.ReceivedRequest;
import io.github.sandbox.keycloak.Keycloak;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import io.github.sandbox.organisation.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** Sign-in and consent with a provider that nobody here wrote. */
class KeycloakIT {

	private static final String MACHINE = "/api/machines/" + Machines.SERVER.id();

	private static final String ISOLATE = MACHINE + "/isolate";

	private static final String COMMENT = "{\"Comment\":\"suspicious sign-ins\",\"IsolationType\":\"Full\"}";

	private static final String CONSENT = "/login/consent?scope=Machine.Isolate&returnTo=/";

	private static final Person RUNE = People.RUNE_RESPONDER;

	private final BffOnKeycloak bff = BffOnKeycloak.shared();

	private final Keycloak keycloak = this.bff.keycloak();

	@BeforeEach
	void reset() {
		this.bff.reset(RUNE);
	}

	private static List<String> granted(Client client) {
		return client.get("/api/me")
			.json()
			.path("grant")
			.path("values")
			.valueStream()
			.map((scope) -> scope.stringValue(""))
			.toList();
	}

	@Test
	void personSignsInWithKeycloaksFormAndConsents() {
		var rune = this.bff.anonymous();
		try (var browser = rune.browser()) {
			var consent = BffOnKeycloak.logIn(browser, browser.open(this.bff.uri("/login?returnTo=/alerts")), RUNE);
			assertThat(consent.body()).contains("Grant Access", "/Machine.Read", "/Alert.Read")
				.doesNotContain("/Machine.Isolate");
			assertThat(browser.submit(consent, Map.of("accept", "")).body()).contains("You are signed in",
					"0;url=/alerts");
		}
		var session = rune.get("/api/session").json();
		assertThat(session.path("signed_in").booleanValue(false)).isTrue();
		assertThat(session.path("name").stringValue("")).isEqualTo("Rune Responder");
		assertThat(granted(rune)).contains("Machine.Read", "AdvancedQuery.Read").doesNotContain("Machine.Isolate");
	}

	@Test
	void whoeverSignedInIsKnownWithoutEntrasClaims() {
		var me = this.bff.signIn(RUNE).get("/api/me").json();
		assertThat(me.path("person").path("object_id").stringValue("")).isEqualTo(RUNE.objectId());
		assertThat(me.path("person").path("tenant_id").stringValue("")).isEqualTo(this.keycloak.issuer().toString());
		assertThat(me.path("person").path("username").stringValue("")).isEqualTo(RUNE.userPrincipalName());
		assertThat(me.path("groups").path("values").valueStream().map((group) -> group.stringValue("")))
			.containsExactlyElementsOf(RUNE.groups());
		assertThat(me.path("roles").valueStream().map((role) -> role.stringValue(""))).containsExactly("Responder");
		assertThat(me.path("directory_roles").path("state").stringValue("")).isEqualTo("unknown");
		assertThat(me.path("authenticated_at").stringValue("")).isNotEmpty();
	}

	/** Keycloak leaves the claim out then, and what is not said is not known. */
	@Test
	void personWithoutGroupsHasUnknownGroups() {
		var nils = this.bff.signIn(People.NILS_NOBODY);
		var groups = nils.get("/api/me").json().path("groups");
		assertThat(groups.path("state").stringValue("")).isEqualTo("unknown");
		assertThat(groups.path("why").stringValue("")).isEqualTo("the ID token has no groups claim");
	}

	@Test
	void keycloakTakesNoSignInWithoutPkce() {
		var address = UriComponentsBuilder.fromUriString(this.bff.anonymous().get("/login").header("Location"));
		assertThat(address.build().getQueryParams()).containsEntry("code_challenge_method", List.of("S256"));
		try (var browser = this.bff.anonymous().browser("/login/oauth2/")) {
			var without = address.replaceQueryParam("code_challenge").replaceQueryParam("code_challenge_method");
			assertThat(browser.open(without.build(true).toUri()).parameter("error")).contains("invalid_request");
		}
	}

	@Test
	void defenderIsReadAsThePersonWhoSignedIn() {
		assertThat(this.bff.signIn(RUNE).get(MACHINE).status()).isEqualTo(200);
		assertThat(this.bff.signIn(People.VERA_VIEWER).get(MACHINE).status()).isEqualTo(404);
		assertThat(this.bff.defender().requests()).extracting(ReceivedRequest::objectId)
			.containsExactly(RUNE.objectId(), People.VERA_VIEWER.objectId());
	}

	@Test
	void oneMoreScopeIsConsentedToOnKeycloaksPage() {
		var rune = this.bff.signIn(RUNE);
		var refusal = rune.post(ISOLATE, COMMENT);
		Problems.assertProblem(refusal, 403, "permission-denied");
		assertThat(refusal.reasons()).containsExactly("ScopeNotConsented");
		try (var browser = rune.browser()) {
			var consent = browser.open(this.bff.uri(CONSENT));
			assertThat(consent.body()).contains("/Machine.Isolate").doesNotContain("/Machine.Read");
			assertThat(browser.submit(consent, Map.of("accept", "")).body()).contains("You are signed in");
		}
		assertThat(granted(rune)).contains("Machine.Isolate", "Machine.Read");
		assertThat(rune.post(ISOLATE, COMMENT).status()).isEqualTo(201);
	}

	@Test
	void declinedScopeIsToldAndTheSessionGoesOn() {
		var rune = this.bff.signIn(RUNE);
		var session = rune.cookie("session");
		try (var browser = rune.browser("/login/oauth2/")) {
			var back = browser.submit(browser.open(this.bff.uri(CONSENT)), Map.of("cancel", "")).uri();
			Problems.assertProblem(rune.get(back.getRawPath() + "?" + back.getRawQuery()), 403, "consent-declined");
		}
		assertThat(rune.cookie("session")).isEqualTo(session);
		assertThat(rune.get(MACHINE).status()).isEqualTo(200);
	}

	@Test
	void proofOfIdentityIsAskedForAgainAlthoughKeycloakKnowsThePerson() {
		var rune = this.bff.signIn(RUNE);
		try (var browser = rune.browser()) {
			var page = browser.open(this.bff.uri("/login/step-up?returnTo=/"));
			assertThat(page.body()).contains("kc-form-login");
			assertThat(browser.submit(page, Map.of("password", Keycloak.PASSWORD)).body())
				.contains("You are signed in");
		}
		assertThat(rune.get(MACHINE).status()).isEqualTo(200);
	}

}
