package io.github.defenderbff;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import io.github.sandbox.organisation.People;
import io.github.sandbox.organisation.Person;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Hunting is a read, although it is sent by POST. */
@OnSandbox
class HuntingTests {

	private static final String RUN = "/api/advancedqueries/run";

	private static final String QUERY = "{\"Query\":\"DeviceInfo | take 3\"}";

	private final Bff bff;

	HuntingTests(Bff bff) {
		this.bff = bff;
	}

	@Test
	void queryIsNoChangeAndAsksForNoEvidence() {
		var rune = hunter(People.RUNE_RESPONDER);
		try (var log = new LogCapture()) {
			var answer = rune.post(RUN, QUERY);
			assertThat(answer.status()).as(answer.body()).isEqualTo(200);
			assertThat(answer.json().path("Results").size()).isEqualTo(3);
			assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
			assertThat(log.records()).noneMatch((line) -> line.contains(" audit: "));
		}
		assertThat(this.bff.sandbox().defender().requests()).extracting((request) -> request.pathAndQuery())
			.isEqualTo(List.of(RUN));
	}

	@Test
	void equalQueryIsAnsweredFromTheCacheForAMoment() {
		var rune = hunter(People.RUNE_RESPONDER);
		var first = rune.post(RUN, QUERY);
		var second = rune.post(RUN, QUERY);
		assertThat(first.header("Cache-Status")).isEqualTo("defender-bff; fwd=miss; stored");
		assertThat(second.header("Cache-Status")).startsWith("defender-bff; hit; ttl=");
		assertThat(second.body()).isEqualTo(first.body());
		assertThat(second.header("Cache-Control")).isEqualTo("no-store");
		assertThat(second.header("ETag")).isEmpty();
		assertThat(this.bff.sandbox().defender().requests()).hasSize(1);
	}

	@Test
	void otherQueryOtherPersonOrAWishForANewerAnswerAsksDefender() {
		var rune = hunter(People.RUNE_RESPONDER);
		rune.post(RUN, QUERY);
		assertThat(rune.post(RUN, "{\"Query\":\"DeviceInfo | take 2\"}").json().path("Results").size()).isEqualTo(2);
		rune.post(RUN, QUERY, "Cache-Control", "no-cache");
		hunter(People.ADA_ADMIN).post(RUN, QUERY);
		assertThat(this.bff.sandbox().defender().requests()).hasSize(4);
	}

	/** What is no UTF-8 must not become equal by being read as if it were. */
	@Test
	void queriesInAnotherEncodingAreToldApart() {
		var keys = Stream.of("DeviceInfo | where DeviceName == '\u00e4'", "DeviceInfo | where DeviceName == '\u00f6'")
			.map((query) -> ("{\"Query\":\"" + query + "\"}").getBytes(StandardCharsets.UTF_16LE))
			.toList();
		var rune = hunter(People.RUNE_RESPONDER);
		keys.forEach((body) -> rune.post(RUN, "application/json", BodyPublishers.ofByteArray(body)));
		assertThat(this.bff.sandbox().defender().requests()).hasSize(2);
	}

	@Test
	void rowsComeAsLinesOfJsonForWhoAcceptsThat() {
		var rune = hunter(People.RUNE_RESPONDER);
		var rows = rune.post(RUN, QUERY).json().path("Results");
		var lines = rune.post(RUN, QUERY, "Accept", "application/x-ndjson");
		assertThat(lines.header("Content-Type")).startsWith("application/x-ndjson");
		assertThat(lines.body().lines().toList()).isEqualTo(rows.valueStream().map((row) -> row.toString()).toList());
	}

	@Test
	void rowsComeAsCsvForWhoAcceptsThat() {
		var rune = hunter(People.RUNE_RESPONDER);
		var table = rune.post(RUN, QUERY).json();
		var csv = rune.post(RUN, QUERY, "Accept", "text/csv");
		assertThat(csv.header("Content-Type")).startsWith("text/csv");
		var lines = csv.body().split("\r\n");
		assertThat(lines).hasSize(4);
		assertThat(lines[0]).isEqualTo(String.join(",", table.path("Schema").findValuesAsString("Name")));
		assertThat(lines[1]).contains(table.path("Results").path(0).path("DeviceId").stringValue(""));
	}

	@Test
	void failureIsAProblemWhateverIsAccepted() {
		var answer = hunter(People.RUNE_RESPONDER).post(RUN, "{\"Query\":\"Nonsense | take 3\"}", "Accept", "text/csv");
		Problems.assertProblem(answer, 400, "upstream-rejected-request");
		Problems.assertProblem(hunter(People.RUNE_RESPONDER).post(RUN, QUERY, "Accept", "application/xml"), 406,
				"not-acceptable");
	}

	@Test
	void otherOperationsAnswerJsonOnly() {
		Problems.assertProblem(hunter(People.RUNE_RESPONDER).get("/api/machines", "Accept", "text/csv"), 406,
				"not-acceptable");
	}

	@Test
	void queryLeavesWhatIsStored() {
		var rune = hunter(People.RUNE_RESPONDER);
		rune.get("/api/machines");
		rune.post(RUN, QUERY);
		assertThat(rune.get("/api/machines").header("Cache-Status")).startsWith("defender-bff; hit");
	}

	@Test
	void personWithUnprovenPrivilegesMayRead() {
		assertThat(hunter(People.OLGA_OVERAGE).post(RUN, QUERY).status()).isEqualTo(200);
	}

	@Test
	void personKnownToLackThePrivilegeMayNot() {
		var refusal = hunter(People.VIGO_VULNS).post(RUN, QUERY);
		Problems.assertProblem(refusal, 403, "permission-denied");
		assertThat(refusal.reasons()).containsExactly("PrivilegeMissing");
	}

	@Test
	void queryNeedsTheTokenOfAPost() {
		Problems.assertProblem(hunter(People.RUNE_RESPONDER).send("POST", RUN, QUERY), 403, "csrf-token-invalid");
		assertThat(this.bff.sandbox().defender().requests()).isEmpty();
	}

	@Test
	void queryThatDefenderCannotReadIsRejected() {
		var answer = hunter(People.RUNE_RESPONDER).post(RUN, "{\"Query\":\"Nonsense | take 3\"}");
		Problems.assertProblem(answer, 400, "upstream-rejected-request");
		assertThat(answer.json().path("detail").stringValue("")).startsWith("Defender did not accept the query: ");
	}

	private Client hunter(Person person) {
		return this.bff.signIn(person).consent("AdvancedQuery.Read");
	}

}
