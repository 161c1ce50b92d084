package io.github.defenderbff.checklist;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.defenderbff.Bff;
import io.github.defenderbff.Client;
import io.github.defenderbff.Client.Answer;
import io.github.defenderbff.Concurrently;
import io.github.defenderbff.Jwts;
import io.github.defenderbff.LogCapture;
import io.github.defenderbff.OnSandbox;
import io.github.defenderbff.Problems;
import io.github.sandbox.defender.Fault;
import io.github.sandbox.entra.EntraLookAlike;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;

import static org.assertj.core.api.Assertions.assertThat;

/** The lines of the checklist about sessions and their tokens. */
@OnSandbox
class SessionChecklistTests {

	private static final String MACHINE = "/api/machines/" + Machines.SERVER.id();

	private static final String FRONT_CHANNEL = "/logout/provider/front-channel";

	private final Bff bff;

	private final EntraLookAlike entra;

	SessionChecklistTests(Bff bff) {
		this.bff = bff;
		this.entra = bff.sandbox().entra();
	}

	private static String session(Client client) {
		return client.cookie("session").orElseThrow();
	}

	private void assertWorthNothing(String session) {
		var thief = this.bff.anonymous();
		thief.cookie("session", session);
		Problems.assertProblem(thief.get("/api/me"), 401, "session-expired");
	}

	private Client adaWithAnOldSignIn() {
		this.entra.signedInAgo(People.ADA_ADMIN.objectId(), Duration.ofHours(1));
		return this.bff.signIn(People.ADA_ADMIN);
	}

	@Test
	void line08ScriptsCannotReadTheCookie() {
		var rune = this.bff.anonymous();
		var cookies = rune.get(rune.wayBack("/login", People.RUNE_RESPONDER))
			.response()
			.headers()
			.allValues("Set-Cookie");
		assertThat(cookies).filteredOn((cookie) -> cookie.startsWith("session="))
			.hasSize(1)
			.allMatch((cookie) -> cookie.contains("; HttpOnly"));
	}

	@Test
	void line10NoTokenIsInAnAnswerOrTheLog() {
		try (var log = new LogCapture()) {
			this.entra.accessTokenLifetime(Duration.ofSeconds(1));
			var rune = this.bff.anonymous();
			var answers = new ArrayList<Answer>();
			answers.add(rune.get(rune.wayBack("/login", People.RUNE_RESPONDER)));
			for (var path : List.of("/", "/api/session", "/api/me", "/api/me/sessions", "/api/me/permissions",
					MACHINE)) {
				answers.add(rune.get(path));
			}
			answers.add(rune.post(MACHINE + "/isolate", "{\"Comment\":\"why\"}"));
			answers.add(rune.post("/logout", ""));
			var told = answers.stream().map((answer) -> answer.response().headers().map() + answer.body()).toList();
			assertThat(this.entra.secrets()).hasSizeGreaterThan(2)
				.allSatisfy((secret) -> assertThat(told).noneMatch((text) -> text.contains(secret)))
				.allSatisfy((secret) -> assertThat(log.records()).noneMatch((line) -> line.contains(secret)));
			assertThat(told).noneMatch(Jwts::isIn);
			assertThat(log.records()).isNotEmpty().noneMatch(Jwts::isIn);
		}
	}

	@Test
	void line10CookieHoldsNothingButASecret() {
		assertThat(session(this.bff.signIn(People.RUNE_RESPONDER))).matches("[A-Za-z0-9_-]{43}");
	}

	@Test
	void line19SessionEndsAtOnceWithARefreshTokenThatIsKnownToBeDead() {
		this.entra.accessTokenLifetime(Duration.ofSeconds(1));
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.entra.revokeRefreshTokens(People.RUNE_RESPONDER.objectId());
		Problems.assertProblem(rune.get(MACHINE), 401, "session-expired");
		var asked = this.entra.tokenRequests().size();
		Problems.assertProblem(rune.get("/api/me"), 401, "session-expired");
		assertThat(rune.get("/api/session").json().path("signed_in").booleanValue(true)).isFalse();
		assertThat(this.entra.tokenRequests()).hasSize(asked);
	}

	@Test
	void line21RefreshTokenIsOfNoUseHereOnceTheSessionEnded() {
		this.entra.accessTokenLifetime(Duration.ofSeconds(1));
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var edda = this.bff.signIn(People.EDDA_EDGE);
		var sessions = List.of(session(rune), session(edda));
		rune.post("/logout", "");
		var path = "/api/people/" + People.EDDA_EDGE.objectId() + "/sessions";
		assertThat(this.bff.signIn(People.ADA_ADMIN).unsafe("DELETE", path).status()).isEqualTo(200);
		sessions.forEach(this::assertWorthNothing);
		assertThat(this.entra.tokenRequests()).noneMatch((request) -> request.grantType().equals("refresh_token"));
	}

	@Test
	void line22SecretHas256BitsAndIsAnotherEachTime() {
		var secrets = Concurrently.run(8, (_) -> session(this.bff.signIn(People.RUNE_RESPONDER)));
		assertThat(secrets).doesNotHaveDuplicates().allMatch((secret) -> secret.matches("[A-Za-z0-9_-]{43}"));
	}

	@Test
	void line22OldSecretIsWorthNothingAfterSignInConsentAndStepUp() {
		var ada = adaWithAnOldSignIn();
		var old = new ArrayList<>(List.of(session(ada)));
		ada.signInAt("/login?returnTo=/", People.ADA_ADMIN);
		old.add(session(ada));
		ada.consent("Machine.LiveResponse");
		old.add(session(ada));
		ada.signInAt("/login/step-up?returnTo=/", People.ADA_ADMIN);
		old.forEach(this::assertWorthNothing);
		assertThat(ada.get("/api/me").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0123456789abcdef0123456789abcdef0123456789a", "x" })
	void line22SecretThatSomebodyElseChoseIsReplaced(String chosen) {
		var rune = this.bff.anonymous();
		rune.cookie("session", chosen);
		rune.signIn(People.RUNE_RESPONDER);
		assertThat(session(rune)).isNotEqualTo(chosen);
		assertWorthNothing(chosen);
	}

	@Test
	void line24SignOutEndsTheSessionWhileTheProviderIsAway() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var old = session(rune);
		this.entra.failTokenEndpointWithOutage();
		var answer = rune.post("/logout", "", "Accept", "application/json");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Clear-Site-Data")).contains("\"cache\"", "\"storage\"");
		assertThat(rune.cookie("session")).isEmpty();
		assertWorthNothing(old);
	}

	@Test
	void line25SignOutTakesAPostWithTheCsrfToken() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		Problems.assertProblem(rune.send("POST", "/logout", ""), 403, "csrf-token-invalid");
		assertThat(rune.get("/logout").status()).isIn(404, 405);
		assertThat(rune.get("/api/me").status()).isEqualTo(200);
	}

	@Test
	void line25ProvidersFrameEndsOnlyTheSessionItNames() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var sid = FRONT_CHANNEL + "?sid=" + session(rune) + "&iss=";
		assertThat(rune.get(sid + this.entra.issuer()).status()).isEqualTo(200);
		Problems.assertProblem(rune.get(sid + "https://evil.example"), 400, "invalid-parameter");
		Problems.assertProblem(rune.get(FRONT_CHANNEL), 400, "invalid-parameter");
		assertThat(rune.get("/api/me").status()).isEqualTo(200);
	}

	@Test
	void line37OneSessionCannotAskWithoutEnd() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var answers = Concurrently.run(1210, (_) -> rune.get("/api/me"));
		assertThat(answers).extracting(Answer::status).contains(200).containsOnly(200, 429);
		var refused = answers.stream().filter((answer) -> answer.status() == 429).findFirst().orElseThrow();
		Problems.assertProblem(refused, 429, "too-many-requests");
		assertThat(refused.header("Retry-After")).isNotEmpty();
		assertThat(this.bff.signIn(People.RUNE_RESPONDER).get("/api/me").status()).as("another session").isEqualTo(200);
	}

	@Test
	void line37ThrottlingOfDefenderIsToldAsSuch() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.bff.sandbox().defender().failNext(Fault.throttled(Duration.ofSeconds(1)));
		var answer = rune.get("/api/investigations");
		Problems.assertProblem(answer, 429, "quota-exhausted");
		assertThat(answer.header("Retry-After")).isEqualTo("1");
	}

}
