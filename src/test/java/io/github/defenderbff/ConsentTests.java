package io.github.defenderbff;

import java.net.URI;
import java.util.List;

import io.github.sandbox.entra.EntraLookAlike;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** What a consent brings, and what people and scripts are told when it does not. */
@OnSandbox
class ConsentTests {

	private static final String CALLBACK = "/login/admin-consent/callback";

	private static final String OFFBOARD = "/login/admin-consent?scope=Machine.Offboard&returnTo=/alerts?a=b";

	private final Bff bff;

	private final EntraLookAlike entra;

	ConsentTests(Bff bff) {
		this.bff = bff;
		this.entra = bff.sandbox().entra();
	}

	@Test
	void administratorConsentsForEverybodyAndHasTheScopesAtOnce() {
		var ada = this.bff.signIn(People.ADA_ADMIN);
		var session = ada.cookie("session");
		try (var browser = ada.browser()) {
			var page = browser.open(uri("/login/admin-consent?scope=Machine.Offboard&scope=machine.liveresponse"));
			assertThat(browser.press(page, "accept").body()).contains("You are signed in", "0;url=/\"");
		}
		assertThat(granted(ada)).contains("Machine.Offboard", "Machine.LiveResponse", "Machine.Isolate");
		assertThat(ada.cookie("session")).isNotEqualTo(session);
		assertThat(granted(this.bff.signIn(People.VERA_VIEWER))).contains("Machine.Offboard", "Machine.LiveResponse");
	}

	@Test
	void administratorNeedsNoSessionAndComesToWhereTheLinkLeads() {
		var ada = this.bff.anonymous();
		try (var browser = ada.browser()) {
			var page = browser.press(browser.open(uri(OFFBOARD)), People.ADA_ADMIN.objectId());
			assertThat(browser.press(page, "accept").body()).contains("0;url=/alerts?a=b");
		}
		assertThat(granted(ada)).contains("Machine.Offboard");
	}

	@Test
	void requestForAdministratorsNamesScopesAndTheExactWayBackAndNothingElse() {
		var address = UriComponentsBuilder.fromUriString(this.bff.anonymous().get(OFFBOARD).header("Location")).build();
		assertThat(address.toUriString()).startsWith(this.entra.issuer() + "/adminconsent?");
		assertThat(address.getQueryParams()).containsOnlyKeys("client_id", "scope", "redirect_uri", "state")
			.containsEntry("scope", List.of("https://api.securitycenter.microsoft.com/Machine.Offboard"))
			.containsEntry("redirect_uri", List.of(this.bff.address() + CALLBACK));
		assertThat(address.getQueryParams().getFirst("state")).matches("[A-Za-z0-9_-]{43}");
	}

	@Test
	void personWhomAnAdministratorHelpedAtTheirScreenStaysThemselves() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.entra.reset();
		try (var browser = rune.browser()) {
			var page = browser.press(browser.open(uri(OFFBOARD)), People.ADA_ADMIN.objectId());
			assertThat(browser.press(page, "accept").body()).contains("Rune Responder");
		}
	}

	@Test
	void administratorWhoSignsInAtSomebodysScreenDoesNotTakeTheirSessionOver() {
		this.entra.omitClaims("login_hint");
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var session = rune.cookie("session");
		this.entra.reset();
		try (var browser = rune.browser("/login/oauth2")) {
			var page = browser.press(browser.open(uri(OFFBOARD)), People.ADA_ADMIN.objectId());
			var back = browser.press(page, "accept").uri();
			var answer = rune.get(back.getRawPath() + "?" + back.getRawQuery(), "Accept", "text/html,*/*");
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.body()).contains("<h1>You signed in as somebody else</h1>", "your session is as it was",
					"href=\"/alerts?a=b\"");
		}
		Problems.assertProblem(rune.get(rune.wayBack("/login/consent?scope=Machine.Offboard", People.ADA_ADMIN)), 400,
				"sign-in-failed");
		assertThat(rune.cookie("session")).isEqualTo(session);
		assertThat(rune.get("/api/me").json().path("person").path("object_id").stringValue(""))
			.isEqualTo(People.RUNE_RESPONDER.objectId());
		assertThat(rune.get("/api/alerts").status()).as("with Rune's own tokens").isEqualTo(200);
	}

	@Test
	void personMayBecomeSomebodyElseByAnOrdinarySignIn() {
		var client = this.bff.signIn(People.RUNE_RESPONDER);
		this.entra.reset();
		client.signIn(People.ADA_ADMIN);
		assertThat(client.get("/api/me").json().path("person").path("object_id").stringValue(""))
			.isEqualTo(People.ADA_ADMIN.objectId());
	}

	@ParameterizedTest
	@ValueSource(strings = { "admin_consent=True", "admin_consent=False&tenant=other&scope=Machine.Read", "" })
	void addressOfTheWayBackGrantsNothing(String forged) {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var session = rune.cookie("session");
		try (var browser = rune.browser()) {
			var page = browser.open(uri(CALLBACK + "?" + forged + "&state=" + state(rune.get(OFFBOARD))));
			assertThat(page.body()).contains("Need admin approval");
		}
		assertThat(rune.cookie("session")).isEqualTo(session);
		assertThat(granted(rune)).doesNotContain("Machine.Offboard");
	}

	@Test
	void wayBackIsGoodOnceInTheBrowserThatBeganAndForNothingElse() {
		var ada = this.bff.signIn(People.ADA_ADMIN);
		var back = CALLBACK + "?admin_consent=True&state=" + state(ada.get(OFFBOARD));
		failed(this.bff.anonymous(), back);
		failed(this.bff.signIn(People.RUNE_RESPONDER), back);
		failed(ada, CALLBACK);
		failed(ada, CALLBACK + "?admin_consent=True&state=forged");
		failed(ada, CALLBACK + "?admin_consent=True&state=" + state(ada.get("/login")));
		failed(ada, back.replace(CALLBACK, "/login/oauth2/code/defender").replace("admin_consent=True", "code=a"));
		assertThat(ada.get(back).status()).isEqualTo(302);
		failed(ada, back);
		assertThat(ada.get("/api/me").status()).isEqualTo(200);
		assertThat(this.entra.tokenRequests()).hasSize(2);
	}

	@Test
	void unknownWayBackIsAPageForPeople() {
		var answer = this.bff.anonymous().get(CALLBACK + "?state=forged", "Accept", "text/html,*/*");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("<h1>Sign-in failed</h1>", "Start again.", "href=\"/login\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?scope=", "?scope=Mail.Read", "?scope=Machine.Read&scope=openid",
			"?scope=Machine.Read,Machine.Isolate", "?scope=https://graph.microsoft.com/.default" })
	void administratorsAreNotAskedForWhatIsNotDefenders(String query) {
		Problems.assertProblem(this.bff.anonymous().get("/login/admin-consent" + query), 400, "invalid-parameter");
	}

	@Test
	void administratorsAreAskedForAllScopesAtMost() {
		var answer = this.bff.anonymous().get("/login/admin-consent?" + "scope=Machine.Read&".repeat(26));
		Problems.assertProblem(answer, 400, "invalid-parameter");
	}

	@Test
	void administratorWhoDeclinesIsToldSo() {
		var ada = this.bff.signIn(People.ADA_ADMIN);
		var page = decide(ada, OFFBOARD, "cancel");
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.body()).contains("Machine.Offboard was not granted: consent was declined",
				"href=\"/alerts?a=b\"");
		told(ada, wayBack(ada, OFFBOARD, "cancel"), "consent-declined", "Machine.Offboard");
		assertThat(granted(ada)).doesNotContain("Machine.Offboard");
	}

	@Test
	void personWhoIsNoAdministratorIsToldSo() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var page = decide(rune, OFFBOARD, "cancel");
		assertThat(page.body()).contains("only an administrator can consent",
				"/login/admin-consent?scope=Machine.Offboard&amp;returnTo=%2Falerts%3Fa%3Db");
		told(rune, wayBack(rune, OFFBOARD, "cancel"), "admin-consent-required", "Machine.Offboard");
	}

	@Test
	void personWhoDeclinesMayTryAgain() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var session = rune.cookie("session");
		var page = decide(rune, "/login/consent?scope=Library.Manage&returnTo=/files", "cancel");
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.body()).contains("<h1>Not granted: Library.Manage</h1>", "consent was declined",
				"Your session is as it was", "href=\"/login/consent?scope=Library.Manage&amp;returnTo=%2Ffiles\"");
		told(rune, wayBack(rune, "/login/consent?scope=Library.Manage", "cancel"), "consent-declined",
				"Library.Manage");
		assertThat(rune.cookie("session")).isEqualTo(session);
	}

	@Test
	void personWhoNeedsAnAdministratorIsToldWhereOneConsents() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var path = "/login/consent?scope=Machine.Offboard";
		assertThat(decide(rune, path, "needs-admin").body()).contains("only an administrator can consent");
		var problem = told(rune, wayBack(rune, path, "needs-admin"), "admin-consent-required", "Machine.Offboard");
		var offer = problem.json().path("admin_consent_url").stringValue("");
		assertThat(rune.get(offer).header("Location")).contains("/adminconsent?");
	}

	@Test
	void scopeThatIsWithheldAfterConsentIsNamedInANewSession() {
		this.entra.withhold("Library.Manage");
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var session = rune.cookie("session");
		var page = decide(rune, "/login/consent?scope=Library.Manage&returnTo=/files", "accept");
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.body()).contains("<h1>Not granted: Library.Manage</h1>", "You are signed in", "href=\"/files\"",
				"/login/admin-consent?scope=Library.Manage&amp;returnTo=%2Ffiles");
		assertThat(rune.cookie("session")).isNotEqualTo(session);
		try (var browser = rune.browser("/login/oauth2")) {
			var back = browser.open(uri("/login/consent?scope=Library.Manage")).uri();
			told(rune, back.getRawPath() + "?" + back.getRawQuery(), "scope-not-granted", "Library.Manage");
		}
		assertThat(granted(rune)).contains("Machine.Read").doesNotContain("Library.Manage");
	}

	/** What a person sees after pressing the button on the provider's page. */
	private Client.Answer decide(Client client, String path, String button) {
		return client.get(wayBack(client, path, button), "Accept", "text/html,*/*");
	}

	/** The path and query that lead back from the provider's page. */
	private String wayBack(Client client, String path, String button) {
		try (var browser = client.browser(CALLBACK, "/login/oauth2")) {
			var back = browser.press(browser.open(uri(path)), button).uri();
			return back.getRawPath() + "?" + back.getRawQuery();
		}
	}

	private static Client.Answer told(Client client, String back, String problem, String scope) {
		var answer = client.get(back);
		Problems.assertProblem(answer, 403, problem);
		assertThat(answer.json().path("scopes").valueStream()).extracting((each) -> each.stringValue(""))
			.containsExactly(scope);
		assertThat(answer.json().path("admin_consent_url").stringValue("")).startsWith("/login/admin-consent?scope=");
		return answer;
	}

	private static void failed(Client client, String path) {
		Problems.assertProblem(client.get(path), 400, "sign-in-failed");
	}

	private static String state(Client.Answer redirect) {
		return UriComponentsBuilder.fromUriString(redirect.header("Location"))
			.build()
			.getQueryParams()
			.toSingleValueMap()
			.getOrDefault("state", "");
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

	private URI uri(String path) {
		return URI.create(this.bff.address() + path);
	}

}
