package io.github.defenderbff;

import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import static io.github.defenderbff.HuntingBff.RUN;
import static io.github.defenderbff.HuntingBff.query;
import static org.assertj.core.api.Assertions.assertThat;

/** What an operator may allow of hunting. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HuntingGuardrailTests {

	private static final String QUERIES = "/api/hunting/queries";

	private static final String SAVED = "DeviceInfo | where MachineGroup == \"Workstations North\" | project DeviceName";

	private static final String OWN = query("DeviceInfo | project DeviceName");

	private Bff bff;

	@BeforeAll
	void start() {
		this.bff = HuntingBff.start("--hunting.longest=20s", "--hunting.max-rows=7", "--hunting.max-query=200",
				"--hunting.max-answer=2KB", "--hunting.free-text-roles=Responder,Administrator",
				"--hunting.saved.north.title=Devices in the north", "--hunting.saved.north.query=" + SAVED,
				"--hunting.saved.alerts.title=Alerts", "--hunting.saved.alerts.query=AlertInfo | count");
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
	void answerHasNotMoreRowsThanMayBe() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		assertThat(rune.post(RUN, OWN).json().path("Results").size()).isEqualTo(7);
		assertThat(rune.post(RUN, query("DeviceInfo | take 3;")).json().path("Results").size()).isEqualTo(3);
	}

	@Test
	void queryThatIsTooLongIsNotSent() {
		var answer = this.bff.signIn(People.RUNE_RESPONDER).post(RUN, query("DeviceInfo" + " ".repeat(191)));
		Problems.assertProblem(answer, 400, "invalid-body");
		assertThat(answer.json().at("/errors/0/pointer").stringValue()).isEqualTo("#/Query");
		assertThat(this.bff.sandbox().defender().requests()).isEmpty();
	}

	@Test
	void answerThatIsTooLargeIsNotPassedOn() {
		var answer = this.bff.signIn(People.RUNE_RESPONDER).post(RUN, query("SandboxRows"));
		Problems.assertProblem(answer, 502, "upstream-answer-invalid");
		assertThat(answer.json().path("detail").stringValue()).contains("2048 bytes");
	}

	@Test
	void queryHoldsNoMoreRunTimeThanItMayTake() {
		var answer = this.bff.signIn(People.RUNE_RESPONDER).post(RUN, OWN);
		assertThat(answer.header("RateLimit")).as("10 minutes an hour, of which 20 seconds were held and given back")
			.contains("run-hour");
	}

	@Test
	void savedQueryIsForEverybodyWhoMayHunt() {
		var vera = this.bff.signIn(People.VERA_VIEWER);
		assertThat(vera.post(RUN, query(SAVED)).json().path("Results").size()).isEqualTo(7);
		assertThat(vera.post(RUN, query("  " + SAVED + " \\n")).status()).isEqualTo(200);
		assertThat(this.bff.signIn(People.VIGO_VULNS).post(RUN, query(SAVED)).reasons())
			.containsExactly("PrivilegeMissing");
	}

	@Test
	void otherQueriesAreForSomeRolesOnly() {
		assertThat(this.bff.signIn(People.RUNE_RESPONDER).post(RUN, OWN).status()).isEqualTo(200);
		assertThat(this.bff.signIn(People.ADA_ADMIN).post(RUN, OWN).status()).isEqualTo(200);
		var refusal = this.bff.signIn(People.VERA_VIEWER).post(RUN, OWN);
		Problems.assertProblem(refusal, 403, "permission-denied");
		var reason = refusal.json().at("/reasons/0");
		assertThat(reason.path("type").stringValue()).isEqualTo("QueryNotSaved");
		assertThat(texts(reason.path("any_of"))).containsExactly("Administrator", "Responder");
		assertThat(texts(reason.path("roles"))).containsExactly("Viewer");
		assertThat(texts(reason.path("saved_queries"))).containsExactly("alerts", "north");
	}

	@Test
	void whatIsAddedToASavedQueryMakesItAnother() {
		var vera = this.bff.signIn(People.VERA_VIEWER);
		for (var body : new String[] { query(SAVED + " | take 1"), query("deviceInfo" + SAVED.substring(10)),
				"{\"Query\":\"AlertInfo | count\",\"Timespan\":\"P90D\"}" }) {
			Problems.assertProblem(vera.post(RUN, body), 403, "permission-denied");
		}
		assertThat(this.bff.sandbox().defender().requests()).isEmpty();
	}

	@Test
	void refusalIsAudited() {
		var vera = this.bff.signIn(People.VERA_VIEWER);
		try (var log = new LogCapture()) {
			vera.post(RUN, OWN);
			assertThat(log.records()).anyMatch((line) -> line.contains(" audit: ") && line.contains("QueryNotSaved"));
		}
	}

	@Test
	void personOfUnknownRolesIsNotFree() {
		this.bff.sandbox().entra().failGraph(503);
		var olga = this.bff.signIn(People.OLGA_OVERAGE);
		assertThat(olga.post(RUN, OWN).reasons()).containsExactly("QueryNotSaved");
		assertThat(olga.post(RUN, query(SAVED)).status()).isEqualTo(200);
		assertThat(olga.get(QUERIES).json().path("own_queries").booleanValue()).isFalse();
	}

	@Test
	void applicationHasNoRoleThatIsFree() {
		var daemon = this.bff.daemon("AdvancedQuery.Read.All");
		assertThat(daemon.post(RUN, OWN).reasons()).containsExactly("QueryNotSaved");
		assertThat(daemon.post(RUN, query("AlertInfo | count")).status()).isEqualTo(200);
	}

	@Test
	void savedQueriesAreListedWithWhetherIMayWriteMyOwn() {
		var answer = this.bff.signIn(People.VERA_VIEWER).get(QUERIES);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
		var queries = answer.json().path("queries");
		assertThat(queries.valueStream()).extracting((each) -> each.path("id").stringValue())
			.containsExactly("alerts", "north");
		assertThat(queries.at("/1/title").stringValue()).isEqualTo("Devices in the north");
		assertThat(queries.at("/1/query").stringValue()).isEqualTo(SAVED);
		assertThat(answer.json().path("own_queries").booleanValue()).isFalse();
		assertThat(this.bff.signIn(People.RUNE_RESPONDER).get(QUERIES).json().path("own_queries").booleanValue())
			.isTrue();
		assertThat(this.bff.anonymous().get(QUERIES).status()).isEqualTo(401);
	}

	private static Iterable<String> texts(JsonNode array) {
		return array.valueStream().map(JsonNode::stringValue).toList();
	}

}
