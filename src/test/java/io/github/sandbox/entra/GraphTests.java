package io.github.sandbox.entra;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.sandbox.organisation.People;
import io.github.sandbox.organisation.Person;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Reading one's own groups from Graph, and the refresh tokens that lead there. */
class GraphTests extends LookAlikeTest {

	private static final String GROUPS = "https://graph.microsoft.com/GroupMember.Read.All";

	private static final String PATH = "/me/transitiveMemberOf/microsoft.graph.group?$select=id&$top=999";

	private final HttpClient http = HttpClient.newHttpClient();

	private final JsonMapper json = new JsonMapper();

	@Test
	void groupsAreOnOnePage() throws Exception {
		HttpResponse<String> answer = get(PATH, token(People.RUNE_RESPONDER, "openid offline_access " + GROUPS));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json;odata");
		JsonNode body = this.json.readTree(answer.body());
		assertThat(ids(body)).containsExactlyElementsOf(People.RUNE_RESPONDER.groups());
		assertThat(body.at("/value/0/@odata.type").asString()).isEqualTo("#microsoft.graph.group");
		assertThat(body.has("@odata.nextLink")).isFalse();
		assertThat(this.entra.graphRequests()).containsExactly(new GraphRequest("/v1.0" + PATH, true));
	}

	@Test
	void groupsOfSomebodyWithTooManyAreOnThreePages() throws Exception {
		String token = token(People.OLGA_OVERAGE, GROUPS);
		Set<String> seen = new HashSet<>();
		List<Integer> sizes = new ArrayList<>();
		for (String link = this.entra.graphUri() + PATH; !link.isEmpty();) {
			JsonNode body = this.json.readTree(get(URI.create(link), token).body());
			seen.addAll(ids(body));
			sizes.add(body.path("value").size());
			link = body.path("@odata.nextLink").asString("");
		}
		assertThat(sizes).containsExactly(100, 100, 31);
		assertThat(seen).hasSize(231).containsAll(People.OLGA_OVERAGE.groups());
	}

	@Test
	void tokenMustBeForGraphAndForGroups() throws Exception {
		TestApp.Answer tokens = tokensOf(People.RUNE_RESPONDER, TestApp.SIGN_IN_SCOPES);
		refused(get(PATH, tokens.text("access_token")), 401, "InvalidAuthenticationToken");
		refused(get(PATH, "rubbish"), 401, "InvalidAuthenticationToken");
		String mail = this.app.refresh(tokens.text("refresh_token"), "https://graph.microsoft.com/Mail.Read")
			.text("access_token");
		refused(get(PATH, mail), 403, "Authorization_RequestDenied");
		assertThat(this.entra.graphRequests()).extracting(GraphRequest::authorised).containsOnly(false);
	}

	@Test
	void graphMayFailAndLinkElsewhere() throws Exception {
		String token = token(People.OLGA_OVERAGE, GROUPS);
		this.entra.failGraph(503);
		assertThat(get(PATH, token).statusCode()).isEqualTo(503);
		this.entra.restoreGraph();
		this.entra.graphLinksTo("https://graph.attacker.example");
		assertThat(this.json.readTree(get(PATH, token).body()).path("@odata.nextLink").asString())
			.startsWith("https://graph.attacker.example/v1.0/me/");
		this.entra.restoreGraph();
		assertThat(get(PATH, token).body()).contains("\"@odata.nextLink\":\"" + this.entra.graphUri());
		assertThat(get(PATH.replace("999", "1000"), token).statusCode()).isEqualTo(400);
	}

	@Test
	void refreshTokenMayBeGoodOnlyOnce() {
		this.entra.rotateRefreshTokens(true);
		String first = tokensOf(analyst(), TestApp.SIGN_IN_SCOPES).text("refresh_token");
		String second = this.app.refresh(first, GROUPS).text("refresh_token");
		TestApp.Answer refused = this.app.refresh(first, "");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.text("error")).isEqualTo("invalid_grant");
		assertThat(this.app.refresh(second, "").status()).isEqualTo(200);
	}

	@Test
	void oneResourceMayBeRefused() {
		this.entra.refuseResource("https://graph.microsoft.com/");
		String token = tokensOf(analyst(), TestApp.SIGN_IN_SCOPES).text("refresh_token");
		TestApp.Answer refused = this.app.refresh(token, GROUPS);
		assertThat(refused.text("error")).isEqualTo("invalid_grant");
		assertThat(refused.text("suberror")).isEqualTo("consent_required");
		assertThat(this.app.refresh(token, TestApp.SIGN_IN_SCOPES).status()).isEqualTo(200);
	}

	@Test
	void huntingTakesATokenForIt() throws Exception {
		this.entra.huntIn((objectId, query) -> (out) -> out.write((objectId + " " + query).getBytes(UTF_8)));
		String refresh = tokensOf(People.RUNE_RESPONDER, TestApp.SIGN_IN_SCOPES).text("refresh_token");
		String token = this.app.refresh(refresh, "https://graph.microsoft.com/ThreatHunting.Read.All")
			.text("access_token");
		String other = this.app.refresh(refresh, GROUPS).text("access_token");
		assertThat(hunt(token, "{\"Query\":\"T\"}").body()).isEqualTo(People.RUNE_RESPONDER.objectId() + " T");
		refused(hunt(token, "{\"query\":\"T\"}"), 400, "Request_BadRequest");
		refused(hunt(other, "{\"Query\":\"T\"}"), 403, "Authorization_RequestDenied");
		refused(hunt("rubbish", "{\"Query\":\"T\"}"), 401, "InvalidAuthenticationToken");
	}

	private HttpResponse<String> hunt(String token, String body) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.entra.graphUri() + "/security/runHuntingQuery"))
			.headers("Authorization", "Bearer " + token, "Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		return this.http.send(request, HttpResponse.BodyHandlers.ofString());
	}

	private void refused(HttpResponse<String> answer, int status, String code) {
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(this.json.readTree(answer.body()).at("/error/code").asString()).isEqualTo(code);
	}

	private String token(Person person, String scopes) {
		String refreshToken = tokensOf(person, TestApp.SIGN_IN_SCOPES).text("refresh_token");
		return this.app.refresh(refreshToken, scopes).text("access_token");
	}

	private static List<String> ids(JsonNode body) {
		return body.path("value").valueStream().map((group) -> group.path("id").asString()).toList();
	}

	private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
		return get(URI.create(this.entra.graphUri() + path), token);
	}

	private HttpResponse<String> get(URI uri, String token) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token).build();
		return this.http.send(request, HttpResponse.BodyHandlers.ofString());
	}

}
