package io.github.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.github.sandbox.entra.Browser;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The look-alikes as they are started together. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxTests {

	private static final URI BFF = URI.create("http://localhost:9");

	private static final JsonMapper JSON = new JsonMapper();

	private final HttpClient http = HttpClient.newHttpClient();

	private final Sandbox sandbox = Sandbox.start(0, 0, BFF);

	@AfterAll
	void stop() {
		this.sandbox.close();
	}

	@Test
	void administratorReturnsFromConsentingForTheOrganisation() {
		URI callback = BFF.resolve("/login/admin-consent/callback");
		URI address = URI.create(this.sandbox.entra().issuer() + "/adminconsent?client_id=" + Sandbox.CLIENT_ID
				+ "&scope=https://api.securitycenter.microsoft.com/Machine.Offboard&state=s&redirect_uri="
				+ URLEncoder.encode(callback.toString(), StandardCharsets.UTF_8));
		try (Browser browser = new Browser((uri) -> uri.getPort() == BFF.getPort())) {
			Browser.Visit page = browser.press(browser.open(address), People.ADA_ADMIN.objectId());
			Browser.Visit arrival = browser.press(page, "Accept");
			assertThat(arrival.uri().toString()).startsWith(callback + "?");
			assertThat(arrival.parameter("admin_consent")).contains("True");
			assertThat(arrival.parameter("state")).contains("s");
		}
	}

	@Test
	void serviceMayCallDefenderForItself() throws Exception {
		HttpResponse<String> machines = call(ownToken(), "/api/machines?$top=1");
		assertThat(machines.statusCode()).isEqualTo(200);
		assertThat(call(ownToken(), "/api/baselineProfiles").statusCode()).isEqualTo(200);
		assertThat(this.sandbox.defender().requests()).allSatisfy((request) -> {
			assertThat(request.application()).isTrue();
			assertThat(request.objectId()).isEqualTo(Sandbox.CLIENT_ID);
		});
	}

	@Test
	void nightWatchCallsTheServiceOnly() throws Exception {
		String token = token(Sandbox.DAEMON_CLIENT_ID, Sandbox.DAEMON_CLIENT_SECRET,
				"api://" + Sandbox.CLIENT_ID + "/.default");
		assertThat(JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1])).path("roles").size())
			.isEqualTo(3);
		assertThat(call(token, "/api/machines").statusCode()).isEqualTo(401);
	}

	private String ownToken() throws IOException, InterruptedException {
		return token(Sandbox.CLIENT_ID, "sandbox-secret", "https://api.securitycenter.microsoft.com/.default");
	}

	private HttpResponse<String> call(String token, String path) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(this.sandbox.defender().baseUri().resolve(path))
			.header("Authorization", "Bearer " + token));
	}

	private String token(String clientId, String secret, String scope) throws IOException, InterruptedException {
		URI endpoint = URI.create(this.sandbox.entra().issuer().toString().replace("/v2.0", "/oauth2/v2.0/token"));
		String form = "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s".formatted(clientId, secret,
				scope);
		HttpResponse<String> answer = send(HttpRequest.newBuilder(endpoint)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form)));
		return JSON.readTree(answer.body()).path("access_token").asString("");
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

}
