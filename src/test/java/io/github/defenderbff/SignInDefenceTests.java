package io.github.defenderbff;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** Signing in cannot be led astray, replayed, or carried into another browser. */
@OnSandbox
class SignInDefenceTests {

	private static final String CALLBACK = "/login/oauth2/code/defender";

	private final Bff bff;

	SignInDefenceTests(Bff bff) {
		this.bff = bff;
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example", "///evil.example", "https://evil.example/", "https:evil.example",
			"javascript:alert(1)", "/\\evil.example", "\\\\evil.example", "/%5Cevil.example", "%2F%2Fevil.example",
			"/%2Fevil.example", "/%2f%2fevil.example", "/..//evil.example", "/.//evil.example", "/a/..//evil.example",
			"/%2e%2e//evil.example", "/\r\nSet-Cookie: a=b", "/%0d%0aSet-Cookie:a=b", "/\tevil", "//user@evil.example",
			"@evil.example", "evil.example", "/ /evil.example", "/[", "/\u0000" })
	void returnPathThatMayLeadAwayIsRefused(String returnTo) {
		for (var path : List.of("/login?", "/login/consent?scope=Machine.Offboard&",
				"/login/admin-consent?scope=Machine.Offboard&")) {
			var answer = this.bff.anonymous()
				.get(path + "returnTo=" + UriUtils.encode(returnTo, StandardCharsets.UTF_8));
			Problems.assertProblem(answer, 400, "invalid-parameter");
			assertThat(answer.json().path("parameter").stringValue("")).isEqualTo("returnTo");
			assertThat(answer.header("Location")).isEmpty();
		}
	}

	@Test
	void returnPathThatIsTooLongIsRefused() {
		var answer = this.bff.anonymous().get("/login?returnTo=/" + "a".repeat(2048));
		Problems.assertProblem(answer, 400, "invalid-parameter");
	}

	@Test
	void returnPathOfThisServiceIsKeptWithQueryAndFragment() {
		var path = "/machines?filter=a%20b&next=//x#row-1";
		var page = this.bff.anonymous()
			.signInAt("/login?returnTo=" + UriUtils.encode(path, StandardCharsets.UTF_8), People.RUNE_RESPONDER);
		assertThat(page.body()).contains("0;url=/machines?filter=a%20b&amp;next=//x#row-1");
	}

	@Test
	void authorizeRequestIsBoundAndItsWayBackComesFromNoHeader() {
		var answer = Wire.send(this.bff.address(), "GET /login", "Host: evil.example", "X-Forwarded-Host: evil.example",
				"X-Forwarded-Proto: https", "X-Forwarded-Port: 444", "Forwarded: host=evil.example;proto=https",
				"X-Original-Host: evil.example");
		assertThat(answer).startsWith("HTTP/1.1 302").doesNotContain("evil.example");
		var parameters = query(Wire.header(answer, "Location"));
		assertThat(parameters.getFirst("redirect_uri")).isEqualTo(this.bff.address() + CALLBACK);
		assertThat(parameters.getFirst("code_challenge_method")).isEqualTo("S256");
		assertThat(parameters.getFirst("code_challenge")).matches("[A-Za-z0-9_-]{43}");
		assertThat(parameters.getFirst("response_type")).isEqualTo("code");
		assertThat(parameters.getFirst("state")).hasSizeGreaterThanOrEqualTo(32);
		assertThat(parameters.getFirst("nonce")).hasSizeGreaterThanOrEqualTo(32);
		assertThat(parameters).doesNotContainKeys("client_secret", "response_mode");
	}

	@Test
	void everySignInHasItsOwnStateNonceAndChallenge() {
		var browser = this.bff.anonymous();
		var first = query(browser.get("/login").header("Location"));
		var second = query(browser.get("/login").header("Location"));
		for (var name : List.of("state", "nonce", "code_challenge")) {
			assertThat(first.getFirst(name)).isNotEqualTo(second.getFirst(name));
		}
	}

	@Test
	void callbackIsGoodForOneUseAndTheSessionOfItGoesOn() {
		var rune = this.bff.anonymous();
		var back = rune.wayBack("/login", People.RUNE_RESPONDER);
		assertThat(rune.get(back).status()).isEqualTo(200);
		var session = rune.cookie("session").orElseThrow();
		failed(rune, back);
		assertThat(rune.cookie("session")).hasValue(session);
		assertThat(rune.get("/api/me").status()).isEqualTo(200);
		assertThat(this.bff.sandbox().entra().tokenRequests()).hasSize(1);
	}

	@Test
	void callbackOpenedTwiceAtOnceMakesOneSession() {
		var rune = this.bff.anonymous();
		var back = rune.wayBack("/login", People.RUNE_RESPONDER);
		var statuses = Concurrently.run(4, (_) -> rune.get(back).status());
		assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 400);
		assertThat(this.bff.sandbox().entra().tokenRequests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "state=forged", "state=", "", "state=%0d%0aforged", "state=a&state=b" })
	void callbackWithForeignStateFails(String state) {
		var rune = this.bff.anonymous();
		var back = rune.wayBack("/login", People.RUNE_RESPONDER);
		failed(rune, back.replaceAll("state=[^&]*", state));
		assertThat(rune.cookie("session")).isEmpty();
		assertThat(this.bff.sandbox().entra().tokenRequests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "&iss=https://evil.example", "&iss=", "&iss=ISSUER&iss=https://evil.example" })
	void callbackOfAnotherIssuerFails(String iss) {
		var rune = this.bff.anonymous();
		var issuer = this.bff.sandbox().entra().issuer().toString();
		failed(rune, rune.wayBack("/login", People.RUNE_RESPONDER) + iss.replace("ISSUER", issuer));
		assertThat(this.bff.sandbox().entra().tokenRequests()).isEmpty();
		assertThat(rune.get(rune.wayBack("/login", People.RUNE_RESPONDER) + "&iss=" + issuer).status()).isEqualTo(200);
	}

	@Test
	void callbackThatIsNoAnswerFails() {
		var rune = this.bff.anonymous();
		var back = rune.wayBack("/login", People.RUNE_RESPONDER);
		failed(rune, back.replaceAll("code=[^&]*&?", ""));
		failed(rune, CALLBACK);
		failed(rune, CALLBACK + "?error=server_error");
		assertThat(this.bff.sandbox().entra().tokenRequests()).isEmpty();
		assertThat(rune.get(back).status()).as("the true answer still arrives").isEqualTo(200);
	}

	@Test
	void callbackFromAnotherBrowserFails() {
		var back = this.bff.anonymous().wayBack("/login", People.RUNE_RESPONDER);
		failed(this.bff.anonymous(), back);
		var other = this.bff.anonymous();
		other.get("/login");
		failed(other, back);
		other.cookie("signin", "forged");
		failed(other, back);
		assertThat(this.bff.sandbox().entra().tokenRequests()).isEmpty();
	}

	@Test
	void foreignCallbackCannotReplaceASession() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		failed(rune, this.bff.anonymous().wayBack("/login", People.ADA_ADMIN));
		assertThat(me(rune)).isEqualTo(People.RUNE_RESPONDER.objectId());
	}

	@Test
	void codeOfOneBrowserIsWorthlessUnderTheStateOfAnother() {
		var attacker = this.bff.anonymous().wayBack("/login", People.ADA_ADMIN);
		var rune = this.bff.anonymous();
		var back = rune.wayBack("/login", People.RUNE_RESPONDER);
		failed(rune, back.replaceAll("code=[^&]*", "code=" + query(attacker).getFirst("code")));
		assertThat(rune.cookie("session")).isEmpty();
		assertThat(rune.get("/api/me").problem()).isEqualTo("not-signed-in");
	}

	@Test
	void declinedConsentLeavesTheSessionAndItsGrantAlone() {
		var ada = this.bff.signIn(People.ADA_ADMIN);
		var session = ada.cookie("session").orElseThrow();
		var grant = ada.get("/api/me").json().path("grant");
		try (var browser = ada.browser()) {
			var page = browser.open(URI.create(this.bff.address() + "/login/consent?scope=Machine.Offboard"));
			assertThat(browser.press(page, "cancel").status()).isEqualTo(403);
		}
		assertThat(ada.cookie("session")).hasValue(session);
		assertThat(ada.get("/api/me").json().path("grant")).isEqualTo(grant);
	}

	@Test
	void scopeThatIsNotDefendersIsNotAskedFor() {
		for (var scope : List.of("Mail.Read", "", "openid", "https://graph.microsoft.com/.default", "a%20b")) {
			var answer = this.bff.anonymous().get("/login/consent?scope=" + scope);
			Problems.assertProblem(answer, 400, "invalid-parameter");
		}
		Problems.assertProblem(this.bff.anonymous().get("/login/consent"), 400, "invalid-parameter");
	}

	@Test
	void sessionIdIsNewAfterSignInAndAfterConsent() {
		var ada = this.bff.anonymous();
		ada.cookie("session", "0123456789ABCDEF0123456789ABCDEF");
		ada.signIn(People.ADA_ADMIN);
		var first = ada.cookie("session").orElseThrow();
		assertThat(first).isNotEqualTo("0123456789ABCDEF0123456789ABCDEF").hasSizeGreaterThanOrEqualTo(32);
		try (var browser = ada.browser()) {
			var page = browser.open(URI.create(this.bff.address() + "/login/consent?scope=Machine.Offboard"));
			assertThat(browser.press(page, "accept").status()).isEqualTo(200);
		}
		assertThat(ada.cookie("session")).isPresent().get().isNotEqualTo(first);
		ended(first);
	}

	@Test
	void sessionEndsWhenAnotherPersonSignsInWithTheSameBrowser() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var session = rune.cookie("session").orElseThrow();
		var same = this.bff.anonymous();
		same.cookie("session", session);
		same.signIn(People.ALVA_ANALYST);
		assertThat(me(same)).isEqualTo(People.ALVA_ANALYST.objectId());
		ended(session);
	}

	@Test
	void sessionEndsEvenThoughItsStrictCookieDoesNotComeWithTheCallback() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var session = rune.cookie("session").orElseThrow();
		var back = rune.wayBack("/login", People.RUNE_RESPONDER);
		var arriving = this.bff.anonymous();
		arriving.cookie("signin", rune.cookie("signin").orElseThrow());
		assertThat(arriving.get(back).status()).isEqualTo(200);
		assertThat(arriving.get("/api/machines/" + Machines.SERVER.id()).status()).isEqualTo(200);
		ended(session);
	}

	private void ended(String session) {
		var thief = this.bff.anonymous();
		thief.cookie("session", session);
		Problems.assertProblem(thief.get("/api/me"), 401, "session-expired");
	}

	private static void failed(Client client, String callback) {
		var answer = client.get(callback);
		Problems.assertProblem(answer, 400, "sign-in-failed");
		assertThat(answer.response().headers().allValues("Set-Cookie"))
			.noneMatch((cookie) -> cookie.startsWith("session="));
		assertThat(answer.header("Location")).isEmpty();
	}

	private static String me(Client client) {
		return client.get("/api/me").json().path("person").path("object_id").stringValue("");
	}

	private static MultiValueMap<String, String> query(String uri) {
		var encoded = UriComponentsBuilder.fromUriString(uri).build(true).getQueryParams();
		var decoded = new org.springframework.util.LinkedMultiValueMap<String, String>();
		encoded.forEach((name, values) -> values
			.forEach((value) -> decoded.add(name, UriUtils.decode(value, StandardCharsets.UTF_8))));
		return decoded;
	}

}
