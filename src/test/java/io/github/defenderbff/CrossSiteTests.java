package io.github.defenderbff;

import java.util.List;
import java.util.Locale;

import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What other sites' pages can make a browser do, and what protects ours from them. */
@OnSandbox
class CrossSiteTests {

	private static final String MACHINE = "/api/machines/" + Machines.SERVER.id();

	private static final String[] LINK = { "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate",
			"Sec-Fetch-Dest", "document" };

	private final Bff bff;

	CrossSiteTests(Bff bff) {
		this.bff = bff;
	}

	@ParameterizedTest
	@CsvSource({ "Origin, https://evil.example", "Origin, null", "Origin, http://localhost",
			"Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site", "Sec-Fetch-Site, anything" })
	void callFromAnotherSiteIsRefused(String header, String value) {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		Problems.assertProblem(rune.get(MACHINE, header, value), 403, "cross-site-request");
		Problems.assertProblem(rune.post(MACHINE + "/isolate", "{\"Comment\":\"why\"}", header, value), 403,
				"cross-site-request");
		Problems.assertProblem(rune.post("/logout", "", header, value), 403, "cross-site-request");
		assertThat(this.bff.sandbox().defender().requests()).isEmpty();
		assertThat(rune.get("/api/me").status()).isEqualTo(200);
	}

	@Test
	void callFromThisSiteOrTheAddressBarPasses() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		assertThat(rune.get("/api/me", "Sec-Fetch-Site", "same-origin").status()).isEqualTo(200);
		assertThat(rune.get("/api/me", "Sec-Fetch-Site", "none").status()).isEqualTo(200);
		assertThat(rune.get("/api/me", "Origin", this.bff.address().toString()).status()).isEqualTo(200);
		Problems.assertProblem(rune.post(MACHINE + "/isolate", "{\"Comment\":\"why\"}", "Sec-Fetch-Site", "none"), 403,
				"cross-site-request");
	}

	@Test
	void browserComesBackFromTheProvidersSite() {
		var rune = this.bff.anonymous();
		var back = rune.wayBack("/login", People.RUNE_RESPONDER);
		assertThat(rune.get(back, LINK).status()).isEqualTo(200);
		assertThat(rune.get("/api/me").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/login", "/swagger-ui/index.html" })
	void linkOfAnotherSiteOpensPagesButNotTheApi(String page) {
		assertThat(this.bff.anonymous().get(page, LINK).status()).isIn(200, 302);
		Problems.assertProblem(this.bff.signIn(People.RUNE_RESPONDER).get("/API/me", LINK), 403, "cross-site-request");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/login/consent?scope=Machine.Offboard", "/Login/Consent?scope=Machine.Offboard",
			"/login/admin-consent?scope=Machine.Offboard", "/login/step-up" })
	void linkOfAnotherSiteDoesNotChangeTheSession(String path) {
		Problems.assertProblem(this.bff.signIn(People.ADA_ADMIN).get(path, LINK), 403, "cross-site-request");
	}

	@Test
	void administratorsBrowserComesBackFromTheProvidersSite() {
		var answer = this.bff.anonymous().get("/login/admin-consent/callback?state=unknown", LINK);
		Problems.assertProblem(answer, 400, "sign-in-failed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "iframe", "image", "script", "empty" })
	void pagesAreNotEmbeddedByOtherSites(String destination) {
		var answer = this.bff.anonymous()
			.get("/login", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", destination);
		Problems.assertProblem(answer, 403, "cross-site-request");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/me", "/api/session", "/login", "/logout", "/" })
	void preflightOfAnotherOriginAllowsNothing(String path) {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		for (var origin : List.of("https://evil.example", "null", "http://localhost.evil.example")) {
			var answer = rune.send("OPTIONS", path, null, "Origin", origin, "Access-Control-Request-Method", "GET",
					"Access-Control-Request-Headers", "X-XSRF-TOKEN");
			assertThat(answer.response().headers().map().keySet())
				.noneMatch((name) -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
		}
	}

	@Test
	void cookiesAreKeptFromScriptsAndOtherSites() {
		var rune = this.bff.anonymous();
		assertThat(setCookie(rune.get("/login"), "signin")).contains("HttpOnly", "SameSite=Lax", "Path=/",
				"Max-Age=600");
		var session = setCookie(rune.get(rune.wayBack("/login", People.RUNE_RESPONDER)), "session");
		assertThat(session).contains("HttpOnly", "SameSite=Strict", "Path=/")
			.noneMatch((attribute) -> attribute.startsWith("Domain") || attribute.startsWith("Max-Age"));
		assertThat(setCookie(this.bff.anonymous().get("/api/session"), "XSRF-TOKEN"))
			.contains("SameSite=Strict", "Path=/")
			.doesNotContain("HttpOnly");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/api/session", "/api/me", "/api/machines", "/api/nothing", "/nothing", "/login",
			"/login?returnTo=//evil", "/login/oauth2/code/defender", "/swagger-ui/index.html", "/v3/api-docs" })
	void everyAnswerCarriesTheSecurityHeaders(String path) {
		var answer = this.bff.anonymous().get(path);
		assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
		assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
		assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'")
			.doesNotContain("unsafe-inline", "unsafe-eval", "*");
	}

	@Test
	void signingOutTakesAPostWithTheCsrfToken() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		Problems.assertProblem(rune.send("POST", "/logout", ""), 403, "csrf-token-invalid");
		assertThat(rune.get("/logout").status()).isIn(404, 405);
		assertThat(rune.get("/api/me").status()).isEqualTo(200);
		assertThat(rune.post("/logout", "").status()).isEqualTo(303);
		assertThat(rune.get("/api/session").json().path("signed_in").booleanValue(true)).isFalse();
	}

	/** The attributes with which the one cookie of this name is set. */
	private static List<String> setCookie(Client.Answer answer, String name) {
		var cookies = answer.response()
			.headers()
			.allValues("Set-Cookie")
			.stream()
			.filter((cookie) -> cookie.startsWith(name + "="))
			.toList();
		assertThat(cookies).hasSize(1);
		return List.of(cookies.getFirst().split("; ", -1));
	}

}
