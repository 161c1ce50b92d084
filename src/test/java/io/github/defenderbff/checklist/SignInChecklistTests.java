package io.github.defenderbff.checklist;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.github.defenderbff.Bff;
import io.github.defenderbff.Client;
import io.github.defenderbff.OnSandbox;
import io.github.defenderbff.Problems;
import io.github.defenderbff.Wire;
import io.github.sandbox.entra.EntraLookAlike;
import io.github.sandbox.entra.TokenRequest;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** The lines of the checklist about signing in. */
@OnSandbox
class SignInChecklistTests {

	private static final String CALLBACK = "/login/oauth2/code/defender";

	private final Bff bff;

	private final EntraLookAlike entra;

	private final Client rune;

	SignInChecklistTests(Bff bff) {
		this.bff = bff;
		this.entra = bff.sandbox().entra();
		this.rune = bff.anonymous();
	}

	private static MultiValueMap<String, String> query(String address) {
		var decoded = new LinkedMultiValueMap<String, String>();
		UriComponentsBuilder.fromUriString(address)
			.build(true)
			.getQueryParams()
			.forEach((name, values) -> values
				.forEach((value) -> decoded.add(name, UriUtils.decode(value, StandardCharsets.UTF_8))));
		return decoded;
	}

	private MultiValueMap<String, String> authorizeRequest() {
		return query(this.rune.get("/login").header("Location"));
	}

	private String wayBack() {
		return this.rune.wayBack("/login", People.RUNE_RESPONDER);
	}

	private static void assertNoSession(Client client, String callback) {
		Problems.assertProblem(client.get(callback), 400, "sign-in-failed");
		assertThat(client.cookie("session")).isEmpty();
	}

	/** Signs in and renews the token once. */
	private void signInAndRenew() {
		this.entra.accessTokenLifetime(Duration.ofSeconds(1));
		this.rune.signIn(People.RUNE_RESPONDER);
		assertThat(this.rune.get("/api/machines/" + Machines.SERVER.id()).status()).isEqualTo(200);
	}

	@Test
	void line01EveryRequestForTokensProvesWhichClientAsks() {
		signInAndRenew();
		assertThat(this.entra.tokenRequests()).extracting(TokenRequest::grantType)
			.contains("authorization_code", "refresh_token");
		assertThat(this.entra.tokenRequests()).extracting(TokenRequest::clientAuthenticationMethod)
			.isSubsetOf("client_secret_basic", "client_secret_post")
			.isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "tls_client_auth" })
	void line01PublicClientCannotBeConfigured(String method) {
		assertThat(Startup.failure(
				"--spring.security.oauth2.client.registration.defender.client-authentication-method=" + method,
				"--ENTRA_CLIENT_SECRET=secret"))
			.contains("'" + method + "', which sends no secret");
	}

	@Test
	void line02OnlyACodeIsAskedForAndRedeemed() {
		var asked = authorizeRequest();
		assertThat(asked.get("response_type")).containsExactly("code");
		assertThat(asked).doesNotContainKey("response_mode");
		signInAndRenew();
		assertThat(this.entra.tokenRequests()).extracting(TokenRequest::grantType)
			.isSubsetOf("authorization_code", "refresh_token");
	}

	@ParameterizedTest
	@ValueSource(strings = { "id_token=eyJhbGciOiJub25lIn0.e30.", "access_token=a&token_type=Bearer" })
	void line02TokenInTheCallbackIsNoAnswer(String tokens) {
		assertNoSession(this.rune, wayBack().replaceAll("code=[^&]*", tokens));
		assertThat(this.entra.tokenRequests()).isEmpty();
	}

	@Test
	void line03EveryAuthorizeRequestHasAChallengeOfItsOwn() {
		var first = authorizeRequest();
		var second = authorizeRequest();
		assertThat(List.of(first, second)).allSatisfy((asked) -> {
			assertThat(asked.getFirst("code_challenge_method")).isEqualTo("S256");
			assertThat(asked.getFirst("code_challenge")).matches("[A-Za-z0-9_-]{43}");
		});
		assertThat(first.getFirst("code_challenge")).isNotEqualTo(second.getFirst("code_challenge"));
	}

	@Test
	void line03CodeOfOneSignInDoesNotCompleteAnotherOfTheSameBrowser() {
		var code = query(wayBack()).getFirst("code");
		assertNoSession(this.rune, wayBack().replaceAll("code=[^&]*", "code=" + code));
		assertThat(this.entra.tokenRequests()).as("the verifier was not the code's").hasSize(1);
	}

	@Test
	void line04RedirectUriIsTheConfiguredOneWhateverTheHeadersSay() {
		var answer = Wire.send(this.bff.address(), "GET /login", "Host: evil.example", "X-Forwarded-Host: evil.example",
				"X-Forwarded-Proto: https", "X-Forwarded-Port: 444", "Forwarded: host=evil.example;proto=https");
		assertThat(query(Wire.header(answer, "Location")).get("redirect_uri"))
			.containsExactly(this.bff.address() + CALLBACK);
	}

	@Test
	void line05CallbackCountsOnceAndInItsBrowserOnly() {
		var back = wayBack();
		assertNoSession(this.bff.anonymous(), back);
		assertNoSession(this.rune, back.replaceAll("state=[^&]*", "state=forged"));
		assertThat(this.rune.get(back).status()).isEqualTo(200);
		var session = this.rune.cookie("session");
		Problems.assertProblem(this.rune.get(back), 400, "sign-in-failed");
		assertThat(this.rune.cookie("session")).isEqualTo(session);
		assertThat(this.entra.tokenRequests()).hasSize(1);
	}

	@Test
	void line05NonceOfAnotherSignInIsRefused() {
		this.entra.idTokens((token) -> IdToken.with(this.entra, token, "nonce", "another"));
		assertNoSession(this.rune, wayBack());
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "" })
	void line06AnswerOfAnotherIssuerIsNotRedeemed(String issuer) {
		assertNoSession(this.rune, wayBack() + "&iss=" + issuer);
		assertThat(this.entra.tokenRequests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ISSUER/", "https://evil.example" })
	void line06IssuerOfTheIdTokenIsComparedExactly(String issuer) {
		var named = issuer.replace("ISSUER", this.entra.issuer().toString());
		this.entra.idTokens((token) -> IdToken.with(this.entra, token, "iss", named));
		assertNoSession(this.rune, wayBack());
	}

	@Test
	void line07SecretIsNoDefaultAndNeverTheSecondBest() {
		assertThat(Startup.failure()).contains("The client credential is not set.");
		assertThat(Startup.failure("--ENTRA_CLIENT_SECRET=secret", "--AZURE_FEDERATED_TOKEN_FILE=/token"))
			.contains("Several client credentials are set: AZURE_FEDERATED_TOKEN_FILE, ENTRA_CLIENT_SECRET");
	}

	@Test
	void line20AnonymousCallersGetAnAnswerAndNoRedirectFromTheApi() {
		var session = this.rune.get("/api/session");
		assertThat(session.status()).isEqualTo(200);
		assertThat(session.json().path("signed_in").booleanValue(true)).isFalse();
		Problems.assertProblem(this.rune.get("/api/me"), 401, "not-signed-in");
		assertThat(this.rune.get("/login").status()).isEqualTo(302);
		Problems.assertProblem(this.rune.get(CALLBACK), 400, "sign-in-failed");
		assertThat(this.rune.post("/logout", "", "Accept", "application/json").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/", "//evil.example", "/%2Fevil.example", "/\\evil.example",
			"/%5Cevil.example", "//user@evil.example", "/..//evil.example", "javascript:alert(1)",
			"/\r\nLocation: //evil.example" })
	void line26ReturnPathThatMayLeadAwayIsRefused(String returnTo) {
		for (var path : List.of("/login?", "/login/step-up?", "/login/consent?scope=Machine.Offboard&")) {
			var answer = this.rune.get(path + "returnTo=" + UriUtils.encode(returnTo, StandardCharsets.UTF_8));
			Problems.assertProblem(answer, 400, "invalid-parameter");
		}
	}

	@Test
	void line27NoPostIsRedirectedOtherwiseThanBy303() {
		this.rune.signIn(People.RUNE_RESPONDER);
		for (var path : List.of("/login", CALLBACK + "?code=a&state=b", "/login/consent?scope=Machine.Offboard")) {
			assertThat(this.rune.post(path, "").status()).isGreaterThanOrEqualTo(400);
		}
		assertThat(this.rune.post("/logout", "").status()).isEqualTo(303);
	}

	@ParameterizedTest
	@ValueSource(strings = { "alg=none", "alg=HS256", "signature", "aud", "exp", "nbf", "tid", "no tid" })
	void line40IdTokenIsRefusedThatIsNotSignedByTheProviderForUsNow(String flaw) {
		this.entra.idTokens((token) -> IdToken.flawed(this.entra, token, flaw));
		assertNoSession(this.rune, wayBack());
	}

	@Test
	void line40KeyThatIsNewIsLookedFor() {
		this.rune.signIn(People.RUNE_RESPONDER);
		this.entra.rotateKeys();
		assertThat(this.rune.get(wayBack()).status()).isEqualTo(200);
	}

}
