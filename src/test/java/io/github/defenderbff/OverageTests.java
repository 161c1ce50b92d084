package io.github.defenderbff;

import java.time.Duration;

import io.github.sandbox.entra.EntraLookAlike;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Groups of people who are in too many for their ID token. */
@OnSandbox
class OverageTests {

	private static final String MACHINE = "/api/machines/" + Machines.SERVER.id();

	private static final String GRAPH = "https://graph.microsoft.com";

	private final Bff bff;

	private final EntraLookAlike entra;

	OverageTests(Bff bff) {
		this.bff = bff;
		this.entra = bff.sandbox().entra();
	}

	private static JsonNode groups(Client client) {
		return client.get("/api/me").json().path("groups");
	}

	private static void unknown(Client client, String why) {
		var groups = groups(client);
		assertThat(groups.path("state").stringValue()).isEqualTo("unknown");
		assertThat(groups.path("why").stringValue()).contains(why);
	}

	@Test
	void areReadFromAllPagesOfGraphOnce() {
		var olga = this.bff.signIn(People.OLGA_OVERAGE);
		var groups = groups(olga);
		assertThat(groups.path("state").stringValue()).isEqualTo("known");
		assertThat(groups.path("as_of").stringValue()).isNotBlank();
		assertThat(groups.path("values").valueStream()).hasSize(231)
			.extracting((id) -> id.stringValue(""))
			.containsAll(People.OLGA_OVERAGE.groups());
		olga.get("/api/me/permissions");
		assertThat(this.entra.graphRequests()).hasSize(3).allMatch((request) -> request.authorised());
	}

	@Test
	void areNotAskedForWhereTheTokenListsThem() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		assertThat(groups(rune).path("state").stringValue()).isEqualTo("known");
		assertThat(this.entra.graphRequests()).isEmpty();
		assertThat(this.entra.tokenRequests()).hasSize(1);
	}

	@Test
	void tokensAreEachForOneResource() {
		var olga = this.bff.anonymous();
		assertThat(olga.get("/login").header("Location")).contains(GRAPH + "/User.Read", "Machine.Isolate");
		this.entra.accessTokenLifetime(Duration.ofSeconds(1));
		olga.signIn(People.OLGA_OVERAGE);
		assertThat(olga.get(MACHINE).status()).isEqualTo(200);
		assertThat(this.entra.tokenRequests()).hasSize(3).satisfiesExactly((code) -> {
			assertThat(code.grantType()).isEqualTo("authorization_code");
			assertThat(code.scope()).contains("Machine.Isolate", "offline_access").doesNotContain(GRAPH);
		}, (graph) -> assertThat(graph.scope()).isEqualTo(GRAPH + "/User.Read"),
				(defender) -> assertThat(defender.scope()).contains("Machine.Isolate").doesNotContain(GRAPH));
	}

	@Test
	void refreshTokensThatAreGoodOnceServeBothResources() {
		this.entra.rotateRefreshTokens(true);
		this.entra.accessTokenLifetime(Duration.ofSeconds(1));
		var olga = this.bff.signIn(People.OLGA_OVERAGE);
		var statuses = Concurrently.run(10, (call) -> olga.get("/api/alerts?$skip=" + call).status());
		assertThat(statuses).containsOnly(200);
		assertThat(olga.post(MACHINE + "/isolate", "{\"Comment\":\"why\"}").status()).isEqualTo(201);
	}

	@ParameterizedTest
	@ValueSource(ints = { 403, 404, 429, 500, 503 })
	void areUnknownWhenGraphRefusesThem(int status) {
		this.entra.failGraph(status);
		var olga = this.bff.signIn(People.OLGA_OVERAGE);
		unknown(olga, "Graph answered " + status);
		this.entra.restoreGraph();
		unknown(olga, "Graph answered " + status);
		assertThat(this.entra.graphRequests()).hasSize(1);
		assertThat(olga.get(MACHINE).status()).isEqualTo(200);
	}

	@Test
	void tokenThatGraphRejectsIsReplacedOnce() {
		this.entra.failGraph(401);
		unknown(this.bff.signIn(People.OLGA_OVERAGE), "Graph answered 401");
		assertThat(this.entra.graphRequests()).hasSize(2);
		assertThat(this.entra.tokenRequests()).hasSize(3);
	}

	@Test
	void scopeOfGraphIsConsentedToWhereDefendersAre() {
		var scope = GRAPH + "/User.Read";
		var olga = this.bff.signIn(People.OLGA_OVERAGE);
		this.entra.requireConsent(scope);
		try (var browser = olga.browser()) {
			var page = browser.open(this.bff.address().resolve("/login/consent?scope=" + scope + "&returnTo=/x"));
			assertThat(page.body()).contains("User.Read");
			assertThat(browser.press(page, "accept").body()).contains("You are signed in", "/x");
		}
		assertThat(groups(olga).path("state").stringValue()).isEqualTo("known");
		assertThat(olga.get(MACHINE).status()).isEqualTo(200);
	}

	@Test
	void scopeOfGraphIsConsentedToForEverybody() {
		var location = this.bff.anonymous()
			.get("/login/admin-consent?scope=" + GRAPH + "/User.Read&scope=Machine.Offboard")
			.header("Location");
		assertThat(location).contains("adminconsent", GRAPH + "/User.Read", "Machine.Offboard");
	}

	@Test
	void areUnknownWhenTheNextPageIsElsewhere() {
		this.entra.graphLinksTo("https://graph.attacker.example");
		unknown(this.bff.signIn(People.OLGA_OVERAGE), "next page is elsewhere");
		assertThat(this.entra.graphRequests()).hasSize(1);
	}

	@Test
	void areUnknownWithoutATokenForGraphAndTheSessionLives() {
		this.entra.refuseResource(GRAPH);
		var olga = this.bff.signIn(People.OLGA_OVERAGE);
		unknown(olga, "the identity provider gave no token for Graph");
		assertThat(this.entra.graphRequests()).isEmpty();
		assertThat(olga.get(MACHINE).status()).isEqualTo(200);
		var refusal = olga.post(MACHINE + "/isolate", "{\"Comment\":\"why\"}");
		Problems.assertProblem(refusal, 403, "permission-unproven");
		assertThat(refusal.body()).contains("gave no token for Graph");
	}

	@Test
	void goOnBeingKnownAfterConsentThoughGraphIsAway() {
		var olga = this.bff.signIn(People.OLGA_OVERAGE);
		var known = groups(olga);
		this.entra.failGraph(503);
		olga.consent("Library.Manage");
		assertThat(groups(olga)).isEqualTo(known);
		assertThat(olga.post(MACHINE + "/isolate", "{\"Comment\":\"why\"}").status()).isEqualTo(201);
	}

	@Test
	void ofOnePersonAreNotAnothers() {
		var client = this.bff.signIn(People.OLGA_OVERAGE);
		assertThat(groups(client).path("values").size()).isEqualTo(231);
		this.entra.reset();
		client.signIn(People.NILS_NOBODY);
		assertThat(groups(client).path("values").size()).isZero();
	}

}
