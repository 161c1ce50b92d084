package io.github.defenderbff;

import io.github.defenderbff.Client.Answer;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What cannot be served is told as a problem, and costs no call to Defender. */
@OnSandbox
class BadInputTests {

	private static final String MACHINE = "/api/machines/" + Machines.SERVER.id();

	private static final String ISOLATE = MACHINE + "/isolate";

	private static final String COMMENT = "{\"Comment\":\"suspicious sign-ins\"}";

	private final Bff bff;

	BadInputTests(Bff bff) {
		this.bff = bff;
	}

	@Test
	void callWithoutSessionIsToldWhereToSignIn() {
		var answer = this.bff.anonymous().get(MACHINE);
		refused(answer, 401, "not-signed-in");
		assertThat(answer.json().path("login_url").stringValue()).isEqualTo("/login");
	}

	@Test
	void unknownSessionCookieIsASessionThatEnded() {
		var forger = this.bff.anonymous();
		forger.cookie("session", "0123456789ABCDEF0123456789ABCDEF");
		var answer = forger.get(MACHINE);
		refused(answer, 401, "session-expired");
		assertThat(answer.json().path("login_url").stringValue()).isEqualTo("/login");
	}

	@Test
	void changeWithoutCsrfTokenIsRefused() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		refused(rune.send("POST", ISOLATE, COMMENT), 403, "csrf-token-invalid");
		refused(rune.send("PATCH", MACHINE, "{}"), 403, "csrf-token-invalid");
		refused(this.bff.anonymous().send("POST", ISOLATE, COMMENT), 403, "csrf-token-invalid");
	}

	@Test
	void changeWithWrongCsrfTokenIsRefused() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		rune.csrfToken();
		var stranger = this.bff.signIn(People.ALVA_ANALYST).csrfToken();
		refused(rune.send("POST", ISOLATE, COMMENT, "X-XSRF-TOKEN", stranger), 403, "csrf-token-invalid");
		refused(rune.send("POST", ISOLATE + "?_csrf=" + stranger, COMMENT), 403, "csrf-token-invalid");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api", "/api/", "/api/nothing", "/api/machines/a/b/c", "/api/machineactions/a/b",
			"/api/incidents", "/api/https://evil.example/" })
	void unknownPathIsNotFound(String path) {
		var answer = this.bff.signIn(People.RUNE_RESPONDER).get(path.replace("://", ":%2F"));
		assertThat(answer.status()).isIn(400, 404);
		refused(answer, answer.status(), (answer.status() == 404) ? "not-found" : "malformed-request");
	}

	@ParameterizedTest
	@CsvSource({ "PUT, ''", "DELETE, ''", "POST, ''", "DELETE, /isolate", "PATCH, /isolate" })
	void undeclaredMethodIsRefusedWithThoseAllowed(String method, String below) {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var answer = rune.send(method, MACHINE + below, COMMENT, "X-XSRF-TOKEN", rune.csrfToken());
		refused(answer, 405, "method-not-allowed");
		assertThat(answer.header("Allow").split(", ", -1))
			.contains(below.isEmpty() ? new String[] { "GET", "PATCH" } : new String[] { "POST" });
		refused(rune.send(method, MACHINE + below, COMMENT), 403, "csrf-token-invalid");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			/api/machines/-nh-srv-02                                                     | id
			/api/machines/a%20b                                                          | id
			/api/machines/nh-srv-02/logonusers                                           | id
			/api/machines/0123456789abcdef0123456789abcdef0123456g/alerts                | id
			/api/machines/0123456789abcdef/software                                      | id: must be
			/api/machineactions/42                                                       | id
			/api/machineactions/5382f7ea-7557-4ab7-9782-d50480024a4e1                    | id
			/api/machineactions/5382f7ea-7557-4ab7-9782-d50480024a4e/GetLiveResponseResultDownloadLink(index=-1) | index
			/api/machineactions/5382f7ea-7557-4ab7-9782-d50480024a4e/GetLiveResponseResultDownloadLink(index=x)  | index
			/api/alerts/a.b                                                              | id
			/api/alerts/a%20b/user                                                       | id
			/api/machines/findbyip(ip='10.1.1.1',timestamp=yesterday)                    | timestamp
			/api/machines/findbyip(ip='10.1.1.1',timestamp=2026-08-01T12:00:00)          | timestamp
			/api/machines/findbyip(ip='999.1.1.1',timestamp=2026-08-01T12:00:00Z)        | ip
			/api/machines/findbyip(ip='nh-srv-02',timestamp=2026-08-01T12:00:00Z)        | ip
			/api/machines/findbytag                                                      | tag
			/api/machines/findbytag?tag=a&useStartsWithFilter=perhaps                    | useStartsWithFilter
			/api/machines/findbytag?tag=a&tag=b                                          | tag
			/api/machines?$orderby=id                                                    | $orderby
			/api/machines?$expand=evidence                                               | $expand
			/api/machines?$top=0                                                         | $top
			/api/machines?$top=10001                                                     | $top
			/api/machines?$top=x                                                         | $top
			/api/machines?$top=99999999999                                               | $top
			/api/machines?$top=1&$top=2                                                  | $top
			/api/machines?$skip=-1                                                       | $skip
			/api/machines?$filter=                                                       | $filter
			/api/machines?$filter=%20                                                    | $filter
			/api/machines?filter=x                                                       | filter
			/api/me/permissions?Machine=nh-srv-02.nordhavn.example                       | Machine
			/api/machines/findbytag?tag=a&UseStartsWithFilter=true                       | UseStartsWithFilter
			/api/machines?$Filter=owner%20eq%20'x'                                       | $filter
			/api/machines?$top=1&$Top=2                                                  | $top
			/api/machines/0123456789abcdef0123456789abcdef01234567/logonusers?$top=1     | $top
			/api/machines/0123456789abcdef0123456789abcdef01234567/alerts?$top=1         | $top
			/api/alerts?$expand=nope                                                     | $expand
			/api/alerts?api-version=2                                                    | api-version
			/api/files/0b1d9f3c57a2e6480c5f7a9b1e3d2c4f6a8b0e15/stats?lookBackHours=721  | lookBackHours
			/api/files/0b1d9f3c57a2e6480c5f7a9b1e3d2c4f6a8b0e15/stats?lookBackHours=x    | lookBackHours
			/api/ips/203.0.113.24/alerts?lookBackHours=24                                | lookBackHours
			""")
	void wrongParameterIsNamed(String path, String parameter) {
		var answer = this.bff.signIn(People.RUNE_RESPONDER).get(path);
		refused(answer, 400, "invalid-parameter");
		assertThat(answer.body()).contains(parameter);
	}

	@Test
	void filterThatIsTooLongIsRefused() {
		var answer = this.bff.signIn(People.RUNE_RESPONDER).get("/api/machines?$filter=" + "a".repeat(4001));
		refused(answer, 400, "invalid-parameter");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/xml", "text/html", "text/csv;q=0.9" })
	void answerThatIsNotAcceptedIsNotMade(String accept) {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		refused(rune.get(MACHINE, "Accept", accept), 406, "not-acceptable");
		refused(rune.post(ISOLATE, COMMENT, "Accept", accept), 406, "not-acceptable");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/machines/..%2f..%2fadmin", "/api/machines/..%2Falerts",
			"/api/machines/%2e%2e/alerts", "/api/machines/../alerts", "/api/machines/a%5cb", "/api/machines;x=1",
			"/api/machines/a%3Bx", "/api//machines", "//api/machines", "/api/machines/%00",
			"/api/machines/a%0d%0aX-Evil:1", "/api/machines/%25", "/api/./machines", "/api/machines/a%2500",
			"/api/machines/..;/alerts", "/api/machines/%E2%80%A8" })
	void pathWithTricksIsRefused(String path) {
		var answer = this.bff.signIn(People.RUNE_RESPONDER).get(path);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.problem()).isIn("malformed-request", "invalid-parameter");
		refused(answer, 400, answer.problem());
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /api/machines/%zz", "GET /api/machines?$top=%zz", "GET /login?returnTo=%zz",
			"GET /login/oauth2/code/defender?code=%zz", "GET /api/machines?%0d%0aa=1",
			"GET /api/machines/%c0%ae%c0%ae/", "GET /api/machines/a\\b", "GET /api/machines/<a>" })
	void requestLineThatCannotBeDecodedIsRefused(String requestLine) {
		var session = this.bff.signIn(People.RUNE_RESPONDER).cookie("session").orElseThrow();
		var answer = Wire.send(this.bff.address(), requestLine, "Host: localhost", "Cookie: session=" + session);
		assertThat(answer).startsWith("HTTP/1.1 400");
		assertThat(Wire.header(answer, "Content-Type")).startsWith("application/problem+json");
		assertThat(Wire.header(answer, "X-Correlation-Id")).matches("[0-9a-f]{32}");
		assertThat(answer).contains("\"correlation_id\":\"" + Wire.header(answer, "X-Correlation-Id"));
		assertThat(this.bff.sandbox().defender().requests()).isEmpty();
	}

	private void refused(Answer answer, int status, String type) {
		Problems.assertProblem(answer, status, type);
		assertThat(this.bff.sandbox().defender().requests()).as("what reached Defender").isEmpty();
	}

}
