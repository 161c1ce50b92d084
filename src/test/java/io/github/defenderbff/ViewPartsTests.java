package io.github.defenderbff;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.defenderbff.Client.Answer;
import io.github.sandbox.defender.DefenderLookAlike;
import io.github.sandbox.defender.Fault;
import io.github.sandbox.defender.ReceivedRequest;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** However a part of a view fails, the other parts are what they are without it. */
@OnSandbox
class ViewPartsTests {

	private static final String MACHINE = Machines.NORTH_WORKSTATION.id();

	private static final String VIEW = "/api/views/machines/" + MACHINE;

	private final Bff bff;

	private final DefenderLookAlike defender;

	ViewPartsTests(Bff bff) {
		this.bff = bff;
		this.defender = bff.sandbox().defender();
	}

	static Stream<Arguments> failures() {
		return Stream.of(Arguments.of(Fault.status(400, "BadRequest"), 400, "upstream-rejected-request"),
				Arguments.of(Fault.status(404, "ResourceNotFound"), 404, "not-found"),
				Arguments.of(Fault.status(403, "Forbidden"), 404, "not-found"),
				Arguments.of(Fault.status(500, "InternalServerError"), 502, "upstream-failed"),
				Arguments.of(Fault.status(503, "ServiceUnavailable"), 502, "upstream-failed"),
				Arguments.of(Fault.throttled(Duration.ofSeconds(1)), 429, "quota-exhausted"),
				Arguments.of(new Fault.ConnectionDropped(), 502, "upstream-unreachable"),
				Arguments.of(new Fault.TruncatedJson(), 502, "upstream-answer-invalid"),
				Arguments.of(new Fault.HtmlAsJson(), 502, "upstream-answer-invalid"),
				Arguments.of(new Fault.Text("{\"value\":[}"), 502, "upstream-answer-invalid"),
				Arguments.of(new Fault.Text("{}},\"machine\":{\"state\":\"loaded\"}"), 502, "upstream-answer-invalid"),
				Arguments.of(Fault.status(401, "Unauthorized"), 401, "session-expired"),
				Arguments.of(
						Fault.claimsChallenge("{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}"),
						401, "step-up-required"));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void partThatFailsLeavesTheOthersAlone(Fault fault, int status, String type) {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.defender.letMeet(7);
		this.defender.failAt("/logonusers", fault);
		var parts = parts(rune.get(VIEW));
		var people = parts.path("people");
		assertThat(people.path("state").asString()).as(people.toString()).isEqualTo("unavailable");
		assertThat(people.path("operation").asString()).isEqualTo("machines.logonUsers");
		assertThat(people.path("href").asString()).isEqualTo("/api/machines/" + MACHINE + "/logonusers");
		assertThat(people.path("problem").path("type").asString()).isEqualTo("urn:defender-bff:problem:" + type);
		assertThat(people.path("problem").path("status").intValue()).isEqualTo(status);
		assertThat(people.path("problem").path("title").asString()).isNotBlank();
		assertThat(people.path("problem").path("detail").asString()).isNotBlank();
		assertThat(people.toString()).doesNotContain(DefenderLookAlike.INTERNAL_TEXT, "Injected by the sandbox");
		assertThat(others(parts, "people")).containsOnly("loaded");
	}

	@Test
	void partThatMayBeHadLaterSaysWhen() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.defender.failAt("/vulnerabilities", Fault.throttled(Duration.ofSeconds(2)));
		var part = parts(rune.get(VIEW)).path("vulnerabilities");
		assertThat(part.path("retry_after").intValue()).isBetween(1, 2);
		assertThat(part.path("problem").path("cause").asString()).isEqualTo("defender");
		assertThat(others(parts(rune.get(VIEW)), "vulnerabilities")).containsOnly("loaded");
	}

	@Test
	void partWhoseShareIsUsedUpIsUnavailable() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		new Organisation().machines()
			.stream()
			.filter((machine) -> !machine.id().equals(MACHINE))
			.limit(23)
			.forEach((machine) -> rune.get("/api/machines/" + machine.id() + "/vulnerabilities"));
		var parts = parts(rune.get(VIEW));
		var part = parts.path("vulnerabilities");
		assertThat(part.path("state").asString()).as(part.toString()).isEqualTo("unavailable");
		assertThat(part.path("problem").path("cause").asString()).isEqualTo("share");
		assertThat(part.path("retry_after").intValue()).isBetween(1, 60);
		assertThat(others(parts, "vulnerabilities")).containsOnly("loaded");
	}

	@Test
	void partThatIsDeniedSaysWhyAndCostsNothing() throws IOException {
		var vera = this.bff.signIn(People.VERA_VIEWER);
		this.bff.keepRoleBook(roleBookWhereViewersSeeNoVulnerabilities());
		var parts = parts(vera.get(VIEW));
		for (var name : List.of("software", "vulnerabilities", "recommendations")) {
			assertThat(parts.path(name).path("state").asString()).isEqualTo("denied");
			assertThat(parts.path(name).at("/reasons/0/type").asString()).isEqualTo("PrivilegeMissing");
			assertThat(parts.path(name).at("/reasons/0/next_step").asString()).isNotBlank();
		}
		assertThat(others(parts, "software", "vulnerabilities", "recommendations")).containsOnly("loaded");
		assertThat(asked()).hasSize(4);
	}

	@Test
	void eachDeniedPartIsWrittenDownAsARefusal() {
		var vigo = this.bff.signIn(People.VIGO_VULNS);
		try (var audit = new AuditCapture()) {
			var answer = vigo.get("/api/views/dashboard");
			assertThat(audit.entries()).allSatisfy((entry) -> {
				assertThat(AuditCapture.text(entry, "/event/outcome")).isEqualTo("failure");
				assertThat(AuditCapture.text(entry, "/trace/id")).isEqualTo(answer.header("X-Correlation-Id"));
				assertThat(AuditCapture.text(entry, "/client/ip")).isEqualTo("127.0.0.1");
			}).hasSize(4);
		}
	}

	@Test
	void partThatDefenderItselfRefusesIsDenied() {
		var ada = this.bff.signIn(People.ADA_ADMIN);
		this.defender.failAt("/exposurescore", Fault.status(403, "Forbidden"));
		this.defender.failAt("/exposureScore", Fault.status(403, "Forbidden"));
		var parts = parts(ada.get("/api/views/dashboard"));
		assertThat(parts.path("exposure").path("state").asString()).isEqualTo("denied");
		assertThat(parts.path("exposure").at("/reasons/0/type").asString()).isEqualTo("RefusedUpstream");
		assertThat(others(parts, "exposure")).containsOnly("loaded");
	}

	@Test
	void permissionsThatCannotBeProvenAreToldAsSuch() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var permissions = parts(rune.get(VIEW)).path("permissions").path("body");
		assertThat(permissions.path("machine").asString()).isEqualTo(MACHINE);
		var decisions = permissions.path("results")
			.valueStream()
			.collect(Collectors.toMap((result) -> result.path("operation").asString(),
					(result) -> result.path("decision").asString()));
		assertThat(decisions).containsAllEntriesOf(Map.of("machines.isolate", "permit", "machines.offboard", "deny"))
			.doesNotContainKeys("machines.list", "machines.tagMany", "alerts.get");
	}

	@ParameterizedTest
	@CsvSource({ "404, ResourceNotFound, 404, not-found", "500, InternalServerError, 502, upstream-failed",
			"429, TooManyRequests, 429, quota-exhausted" })
	void viewWithoutItsSubjectIsWhatTheSubjectFailedWith(int upstream, String code, int status, String type) {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.defender.letMeet(7);
		this.defender.failAt("/api/machines/" + MACHINE, Fault.status(upstream, code));
		var failed = rune.get(VIEW);
		Problems.assertProblem(failed, status, type);
		assertThat(failed.header("Cache-Control")).isEqualTo("no-store");
		assertThat(failed.header("Retry-After").isEmpty()).isEqualTo(upstream != 429);
	}

	@Test
	void deniedSubjectCostsNothing() {
		var vigo = this.bff.signIn(People.VIGO_VULNS);
		Problems.assertProblem(vigo.get(VIEW), 403, "permission-denied");
		var recommendations = "/api/machines/" + MACHINE + "/recommendations";
		assertThat(vigo.get(recommendations).header("Cache-Status")).isEqualTo("defender-bff; fwd=miss; stored");
		assertThat(asked()).containsExactly(recommendations);
	}

	@Test
	void viewWithoutASubjectFailsOnlyWithAllOfItsParts() {
		var vigo = parts(this.bff.signIn(People.VIGO_VULNS).get("/api/views/dashboard"));
		assertThat(vigo.path("exposure").path("state").asString()).isEqualTo("loaded");
		assertThat(vigo.path("alerts").path("state").asString()).isEqualTo("denied");
		Problems.assertProblem(this.bff.signIn(People.NILS_NOBODY).get("/api/views/dashboard"), 403,
				"permission-denied");
		assertThat(asked()).hasSize(2);
	}

	@Test
	void endedSessionIsToldForTheWholeView() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.defender.letMeet(7);
		this.defender.failAt("/api/machines/" + MACHINE, Fault.status(401, "Unauthorized"));
		Problems.assertProblem(rune.get(VIEW), 401, "session-expired");
		Problems.assertProblem(rune.get("/api/views/dashboard"), 401, "session-expired");
	}

	private String roleBookWhereViewersSeeNoVulnerabilities() throws IOException {
		return Files.readString(this.bff.sandbox().roleBook())
			.replaceFirst(", \"View data - Defender Vulnerability Management\"", "");
	}

	private List<String> asked() {
		return this.defender.requests().stream().map(ReceivedRequest::pathAndQuery).toList();
	}

	private static JsonNode parts(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json().path("parts");
	}

	/** The states of the parts but these. */
	private static List<String> others(JsonNode parts, String... names) {
		return parts.propertyStream()
			.filter((part) -> !List.of(names).contains(part.getKey()))
			.map((part) -> part.getValue().path("state").asString())
			.toList();
	}

}
