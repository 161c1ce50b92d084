package io.github.defenderbff;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.github.sandbox.Sandbox;
import io.github.sandbox.entra.EntraLookAlike;
import io.github.sandbox.organisation.People;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Which tokens let an application in, and how it is told that one does not. */
@OnSandbox
class ApplicationTokenTests {

	private static final String ME = "/api/me";

	private final Bff bff;

	private final EntraLookAlike entra;

	ApplicationTokenTests(Bff bff) {
		this.bff = bff;
		this.entra = bff.sandbox().entra();
	}

	static Stream<Arguments> badClaims() {
		var now = Instant.now();
		return Stream.of(arguments("scp", "access_as_user", "a person's"), arguments("idtyp", "user", "a person's"),
				arguments("idtyp", "device", "a person's"), arguments("exp", now.minusSeconds(120), "expired"),
				arguments("nbf", now.plusSeconds(120), "used before"),
				arguments("aud", "00000003-0000-0000-c000-000000000000", "not issued for this service"),
				arguments("aud", "https://api.securitycenter.microsoft.com", "not issued for this service"),
				arguments("aud", "API://" + Sandbox.CLIENT_ID, "not issued for this service"),
				arguments("aud", null, "not issued for this service"),
				arguments("tid", "7f1c2a3e-0000-4000-8000-000000000009", "tenant may not call"),
				arguments("tid", null, "tenant may not call"), arguments("roles", List.of(), "no roles"),
				arguments("roles", null, "no roles"), arguments("roles", Map.of("a", "b"), "no roles"),
				arguments("azp", null, "does not name the application"),
				arguments("azp", " ", "does not name the application"),
				arguments("azp", Sandbox.CLIENT_ID, "does not name the application"),
				arguments("cnf", Map.of("jkt", "a"), "bound to a key"),
				arguments("iss", "https://evil.example", "cannot be verified"),
				arguments("iss", null, "cannot be verified"));
	}

	@ParameterizedTest
	@MethodSource("badClaims")
	void tokenWithOneBadClaimIsRefusedAndTheFaultTold(String claim, @Nullable Object value, String detail) {
		var overrides = new HashMap<String, @Nullable Object>();
		overrides.put(claim, value);
		var answer = this.bff.withToken(this.entra.daemonToken(overrides)).get(ME);
		refused(answer);
		assertThat(answer.json().path("detail").stringValue("")).contains(detail);
	}

	@Test
	void issuerIsComparedToTheLetter() {
		var issuer = this.entra.issuer().toString();
		for (var other : List.of(issuer + "/", issuer.toUpperCase(Locale.ROOT), issuer + "#", " " + issuer)) {
			refused(this.bff.withToken(this.entra.daemonToken(Map.of("iss", other))).get(ME));
		}
	}

	@Test
	void clocksMayDifferByAMinute() {
		for (var times : List.of(Map.of("exp", Instant.now().minusSeconds(30)),
				Map.of("nbf", Instant.now().plusSeconds(30)))) {
			assertThat(this.bff.withToken(this.entra.daemonToken(times)).get(ME).status()).isEqualTo(200);
		}
	}

	@Test
	void tokenWithoutAnEndIsRefused() {
		var overrides = new HashMap<String, @Nullable Object>();
		overrides.put("exp", null);
		refused(this.bff.withToken(this.entra.daemonToken(overrides)).get(ME));
	}

	@ParameterizedTest
	@CsvSource({ "api://" + Sandbox.CLIENT_ID, Sandbox.CLIENT_ID })
	void audienceIsTheClientIdAloneOrAsAnAddress(String audience) {
		assertThat(this.bff.withToken(this.entra.daemonToken(Map.of("aud", audience))).get(ME).status()).isEqualTo(200);
	}

	@Test
	void kindMayBeLeftOutWhereTheApplicationIsItsOwnSubject() {
		var overrides = new HashMap<String, @Nullable Object>();
		overrides.put("idtyp", null);
		assertThat(this.bff.withToken(this.entra.daemonToken(overrides)).get(ME).status()).isEqualTo(200);
		overrides.put("sub", "somebody else, as a person is to each application");
		refused(this.bff.withToken(this.entra.daemonToken(overrides)).get(ME));
	}

	@Test
	void signatureOfAnybodyElseIsRefusedAndNothingTold() {
		var answer = this.bff.withToken(this.entra.forgedDaemonToken()).get(ME);
		refused(answer);
		assertThat(answer.json().path("detail").stringValue("")).isEqualTo("The token cannot be verified.");
		var good = this.entra.daemonToken("Machine.Read.All");
		refused(this.bff.withToken(good.substring(0, good.lastIndexOf('.') + 1)).get(ME));
		refused(this.bff.withToken(good + "x").get(ME));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"alg\":\"none\"}", "{\"alg\":\"None\",\"typ\":\"JWT\"}", "{\"alg\":\"HS256\"}",
			"{\"alg\":\"ES256\"}", "{\"alg\":\"RS512\"}", "{\"alg\":\"dir\",\"enc\":\"A128GCM\"}", "{}", "[]", "x" })
	void algorithmsThatAreNotListedAreRefused(String header) {
		var parts = this.entra.daemonToken("Machine.Read.All").split("\\.", -1);
		var head = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8));
		for (var signature : List.of("", parts[2])) {
			refused(this.bff.withToken(head + "." + parts[1] + "." + signature).get(ME));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer", "Bearer ", "Bearer a b", "Bearer a.b.c, Bearer d.e.f", "Bearer a.b.c",
			"Bearer x", "Bearer ....", "bearer {}", "Bearer=a" })
	void malformedTokenIsRefused(String authorization) {
		refused(this.bff.anonymous().get(ME, "Authorization", authorization));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Basic eDp5", "DPoP a.b.c", "Digest username=x", "a.b.c", "Negotiate abc" })
	void otherCredentialsAreAskedForAToken(String authorization) {
		var answer = this.bff.anonymous().get(ME, "Authorization", authorization);
		Problems.assertProblem(answer, 401, "invalid-token");
		assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
	}

	@Test
	void severalHeadersAreRefusedEvenIfOneIsGood() {
		var good = "Authorization: Bearer " + this.entra.daemonToken("Machine.Read.All");
		for (var headers : List.of(List.of(good, good), List.of("Authorization: Basic eDp5", good),
				List.of(good, "authorization: "))) {
			var answer = Wire.send(this.bff.address(), "GET " + ME, "Host: localhost", headers.get(0), headers.get(1));
			assertThat(answer).startsWith("HTTP/1.1 401").contains("urn:defender-bff:problem:invalid-token");
		}
	}

	@Test
	void emptyHeaderIsAnApplicationsAsWell() {
		var answer = Wire.send(this.bff.address(), "GET " + ME, "Host: localhost", "Authorization:");
		assertThat(answer).startsWith("HTTP/1.1 401").contains("urn:defender-bff:problem:invalid-token");
	}

	@Test
	void oversizedHeaderIsNotRead() {
		var answer = Wire.send(this.bff.address(), "GET " + ME, "Host: localhost",
				"Authorization: Bearer " + "a".repeat(100_000));
		assertThat(answer).startsWith("HTTP/1.1 400");
	}

	@Test
	void sessionAndTokenTogetherAreRefused() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		for (var token : List.of(this.entra.daemonToken("Machine.Read.All"), "bad")) {
			Problems.assertProblem(rune.get(ME, "Authorization", "Bearer " + token), 400, "two-callers");
		}
		Problems.assertProblem(rune.get(ME, "Authorization", "Basic eDp5"), 400, "two-callers");
		assertThat(rune.get(ME).json().has("person")).isTrue();
		var stranger = this.bff.anonymous();
		stranger.cookie("session", "nosuchsession");
		Problems.assertProblem(stranger.get(ME, "Authorization", "Bearer bad"), 400, "two-callers");
	}

	@ParameterizedTest
	@CsvSource({ "Origin, https://evil.example", "Origin, null", "Sec-Fetch-Site, cross-site",
			"Sec-Fetch-Site, same-origin", "Sec-Fetch-Site, none" })
	void pageInABrowserIsRefused(String header, String value) {
		var daemon = this.bff.daemon("Machine.Read.All");
		Problems.assertProblem(daemon.get(ME, header, value), 403, "cross-site-request");
	}

	@Test
	void pageOfThisServiceIsRefusedToo() {
		var daemon = this.bff.daemon("Machine.Read.All");
		Problems.assertProblem(daemon.get(ME, "Origin", this.bff.address().toString()), 403, "cross-site-request");
	}

	@Test
	void pagesForEverybodyIgnoreTheHeader() {
		assertThat(this.bff.withToken("bad").get("/v3/api-docs").status()).isEqualTo(200);
		assertThat(this.bff.withToken("bad").get("/").status()).isEqualTo(200);
	}

	@Test
	void tokenIsNeitherLoggedNorPassedOn() {
		try (var log = new LogCapture()) {
			var token = this.entra.daemonToken("Machine.Read.All");
			this.bff.withToken(token).get("/api/machines");
			var expired = this.entra.daemonToken(Map.of("exp", Instant.now().minusSeconds(900)));
			this.bff.withToken(expired).get("/api/machines");
			assertThat(log.records()).anyMatch((line) -> line.contains("A token was not accepted: Jwt expired"))
				.noneMatch(Jwts::isIn);
			assertThat(this.bff.sandbox().defender().requests()).singleElement()
				.satisfies((request) -> assertThat(request.headers().toString()).doesNotContain(token));
		}
	}

	private void refused(Client.Answer answer) {
		Problems.assertProblem(answer, 401, "invalid-token");
		assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
		assertThat(answer.body()).doesNotContainPattern(Jwts.IN_TEXT).doesNotContain("login_url");
		assertThat(answer.response().headers().allValues("Set-Cookie")).isEmpty();
		assertThat(this.bff.sandbox().defender().requests()).isEmpty();
	}

}
