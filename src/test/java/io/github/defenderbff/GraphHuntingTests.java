package io.github.defenderbff;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.github.sandbox.entra.EntraLookAlike;
import io.github.sandbox.entra.GraphRequest;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static io.github.defenderbff.HuntingBff.RUN;
import static io.github.defenderbff.HuntingBff.query;
import static org.assertj.core.api.Assertions.assertThat;

/** Hunting as Defender documents it, answered by Microsoft Graph. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphHuntingTests {

	private static final String SCOPE = "https://graph.microsoft.com/ThreatHunting.Read.All";

	private static final GraphRequest ASKED = new GraphRequest("/v1.0/security/runHuntingQuery", true);

	private static final String ROW = query(
			"DeviceInfo | where DeviceName == \"nh-ws-n-07.nordhavn.example\" " + "| project DeviceId, OSPlatform");

	private Bff bff;

	private EntraLookAlike entra;

	@BeforeAll
	void start() {
		this.bff = HuntingBff.start("--hunting.through=graph");
		this.entra = this.bff.sandbox().entra();
	}

	@AfterAll
	void stop() {
		HuntingBff.close(this.bff);
	}

	@BeforeEach
	void reset() {
		HuntingBff.reset(this.bff);
	}

	@Test
	void answerIsInDefendersForm() {
		var answer = this.bff.signIn(People.VERA_VIEWER).post(RUN, ROW);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("{\"Schema\":[{\"Name\":\"DeviceId\",\"Type\":\"String\"},"
				+ "{\"Name\":\"OSPlatform\",\"Type\":\"String\"}],\"Results\":[{\"DeviceId\":\""
				+ Machines.NORTH_WORKSTATION.id() + "\",\"OSPlatform\":\"Windows11\"}]}");
		assertThat(answer.header("Content-Type")).isEqualTo("application/json");
		assertThat(this.entra.graphRequests()).containsExactly(ASKED);
		assertThat(this.bff.sandbox().defender().requests()).isEmpty();
	}

	@Test
	void tokenIsForGraphAndForHuntingOnlyAndAskedForOnce() {
		var vera = this.bff.signIn(People.VERA_VIEWER);
		vera.post(RUN, ROW);
		vera.post(RUN, ROW);
		assertThat(this.entra.tokenRequests()).hasSize(2)
			.last()
			.satisfies((request) -> assertThat(request.scope()).isEqualTo(SCOPE));
	}

	@Test
	void rowsAreThoseOfThePersonsDeviceGroups() {
		assertThat(rows(this.bff.signIn(People.VERA_VIEWER))).isEqualTo(18);
		assertThat(rows(this.bff.signIn(People.ADA_ADMIN))).isEqualTo(40);
	}

	private static int rows(Client client) {
		return client.post(RUN, query("DeviceInfo")).json().path("Results").size();
	}

	@Test
	void largeAnswerPassesWhole() throws IOException {
		var answer = this.bff.signIn(People.VERA_VIEWER).open(RUN, query("SandboxRows | take 97655"));
		try (var body = answer.body()) {
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.headers().firstValue("Cache-Status")).contains("defender-bff; fwd=miss");
			var begin = "{\"Schema\":[{\"Name\":\"Number\",\"Type\":\"Int64\"},"
					+ "{\"Name\":\"Padding\",\"Type\":\"String\"}],\"Results\":[";
			assertThat(new String(body.readNBytes(begin.length()), StandardCharsets.UTF_8)).isEqualTo(begin);
			var rest = body.readAllBytes();
			assertThat(rest).hasSize(97_655 * 512 - 1 + "]}".length());
			assertThat(new String(rest, rest.length - 3, 3, StandardCharsets.UTF_8)).isEqualTo("}]}");
		}
	}

	@Test
	void missingConsentIsToldWithWhereToConsent() {
		this.entra.requireConsent(SCOPE);
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var refusal = rune.post(RUN, ROW);
		Problems.assertProblem(refusal, 403, "consent-required");
		assertThat(refusal.json().path("scopes").valueStream()).extracting(JsonNode::stringValue)
			.containsExactly(SCOPE);
		assertThat(refusal.json().path("admin_consent_url").stringValue()).startsWith("/login/admin-consent?scope=");
		assertThat(this.entra.graphRequests()).isEmpty();
		assertThat(rune.get("/api/machines").status()).as("the session goes on").isEqualTo(200);
		consent(rune, refusal.json().path("consent_url").stringValue());
		assertThat(rune.post(RUN, ROW).status()).isEqualTo(200);
	}

	private void consent(Client client, String url) {
		try (var browser = client.browser()) {
			var page = browser.open(this.bff.address().resolve(url + "&returnTo=/"));
			assertThat(page.body()).contains("ThreatHunting.Read.All");
			browser.press(page, "accept");
		}
	}

	@Test
	void scopeOfDefenderIsNotNeeded() {
		this.entra.withhold("AdvancedQuery.Read");
		var vera = this.bff.signIn(People.VERA_VIEWER);
		assertThat(vera.get("/api/me").body()).doesNotContain("AdvancedQuery.Read");
		assertThat(vera.post(RUN, ROW).status()).isEqualTo(200);
		assertThat(vera.get("/api/me/permissions")
			.json()
			.path("results")
			.valueStream()
			.filter((result) -> "advancedQueries.run".equals(result.path("operation").stringValue()))
			.map((result) -> result.path("answer").stringValue(result.path("decision").stringValue(""))))
			.containsExactly("permit");
	}

	@Test
	void privilegeIsNeededAllTheSame() {
		var refusal = this.bff.signIn(People.VIGO_VULNS).post(RUN, ROW);
		Problems.assertProblem(refusal, 403, "permission-denied");
		assertThat(refusal.reasons()).containsExactly("PrivilegeMissing");
		assertThat(this.entra.graphRequests()).isEmpty();
	}

	@Test
	void applicationHuntsWithTheTokenOfThisService() {
		var answer = this.bff.daemon("AdvancedQuery.Read.All").post(RUN, query("DeviceInfo | count"));
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(answer.json().at("/Results/0/Count").intValue()).isEqualTo(40);
		assertThat(this.bff.daemon("Machine.Read.All").post(RUN, ROW).reasons())
			.containsExactly("ApplicationRoleMissing");
	}

	@Test
	void queryThatGraphCannotReadIsRejected() {
		var answer = this.bff.signIn(People.RUNE_RESPONDER).post(RUN, query("Nonsense | take 3"));
		Problems.assertProblem(answer, 400, "upstream-rejected-request");
		assertThat(answer.json().path("detail").stringValue()).contains("'Nonsense' is not a table.");
		assertThat(answer.json().path("code").stringValue()).isEqualTo("BadRequest");
		assertThat(answer.json().path("target").stringValue("")).isNotEmpty();
	}

	@Test
	void throttlingOfGraphIsToldAndHeeded() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.entra.failGraph(429);
		var answer = rune.post(RUN, ROW);
		Problems.assertProblem(answer, 429, "quota-exhausted");
		assertThat(answer.header("Retry-After")).isEqualTo("17");
		this.entra.restoreGraph();
		Problems.assertProblem(rune.post(RUN, ROW), 429, "quota-exhausted");
		assertThat(this.entra.graphRequests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 503 })
	void graphInTroubleSaysNothingOfDefender(int status) {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.entra.failGraph(status);
		for (var times = 0; times < 12; times++) {
			Problems.assertProblem(rune.post(RUN, ROW), 502, "upstream-failed");
		}
		assertThat(rune.get("/api/alerts").status()).isEqualTo(200);
	}

	@Test
	void tokenThatGraphRejectsIsReplacedOnceAndTheSessionGoesOn() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.entra.failGraph(401);
		Problems.assertProblem(rune.post(RUN, ROW), 502, "upstream-failed");
		assertThat(this.entra.graphRequests()).hasSize(2);
		assertThat(rune.get("/api/machines").status()).isEqualTo(200);
	}

	@Test
	void refusalOfGraphIsLikeDefenders() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.entra.failGraph(403);
		Problems.assertProblem(rune.post(RUN, ROW), 403, "refused-upstream");
	}

	@Test
	void documentNamesTheScopeOfGraph() {
		assertThat(this.bff.anonymous()
			.get("/v3/api-docs")
			.json()
			.at("/paths/~1api~1advancedqueries~1run/post/x-required-scopes/0")
			.stringValue("")).isEqualTo(SCOPE);
	}

}
