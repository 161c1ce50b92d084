package io.github.sandbox.defender;

import java.io.IOException;

import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import io.github.sandbox.organisation.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Advanced hunting. */
class HuntingTests extends LookAlikeTest {

	private static final String RUN = "/api/advancedqueries/run";

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			`DeviceInfo | count`                                                 | 40
			`DeviceInfo | where MachineGroup == "Executives" | count`            | 5
			`DeviceInfo | where DeviceName startswith "NH-WS-N" | count`         | 14
			`AlertInfo | where Severity == "High" | count`                       | 10
			`DeviceProcessEvents | where FileName == "cargo-invoice.exe" | count`| 5
			`AlertInfo | take 7 | count`                                         | 7
			`SandboxRows|limit 3|count`                                          | 3
			`DeviceInfo | where DeviceName == "a|b" | count`                     | 0
			""")
	void countsRows(String query, int expected) throws IOException {
		assertThat(run(People.ADA_ADMIN, query).json().at("/Results/0/Count").asInt(-1)).isEqualTo(expected);
	}

	@Test
	void answerHasSchemaResultsAndStatistics() throws IOException {
		TestClient.Response response = run(People.VERA_VIEWER,
				"DeviceInfo | where DeviceName == \"nh-ws-n-07.nordhavn.example\" | project DeviceId, OSPlatform");
		assertThat(response.json().path("Schema").toString())
			.isEqualTo("[{\"Name\":\"DeviceId\",\"Type\":\"String\"},{\"Name\":\"OSPlatform\",\"Type\":\"String\"}]");
		assertThat(response.json().path("Results").toString()).isEqualTo(
				"[{\"DeviceId\":\"%s\",\"OSPlatform\":\"Windows11\"}]".formatted(Machines.NORTH_WORKSTATION.id()));
		assertThat(response.json().at("/Stats/rowCount").asInt()).isOne();
		assertThat(response.header("Content-Type")).startsWith("application/json");
	}

	@Test
	void rowsAreThoseOfTheCallersDeviceGroups() throws IOException {
		assertThat(run(People.VERA_VIEWER, "DeviceInfo").json().path("Results").size()).isEqualTo(18);
		for (String table : new String[] { "DeviceInfo", "AlertInfo", "DeviceProcessEvents" }) {
			assertThat(run(People.VERA_VIEWER, table).json().path("Results").size()).isPositive()
				.isLessThan(run(People.ADA_ADMIN, table).json().path("Results").size());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Nowhere", "DeviceInfo | summarize count()", "DeviceInfo | where DeviceName has \"x\"",
			"DeviceInfo | where Colour == \"x\"", "DeviceInfo | project Colour", "DeviceInfo | take all",
			"DeviceInfo | count 3", "DeviceInfo |", "DeviceInfo | where DeviceName == \"x" })
	void refusesWhatItCannotRead(String query) throws IOException {
		TestClient.Response response = run(People.ADA_ADMIN, query);
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.text("/error/code")).isEqualTo("BadRequest");
	}

	@Test
	void refusalNamesTheUnknownOperator() throws IOException {
		assertThat(run(People.ADA_ADMIN, "DeviceInfo | extend a = 1").text("/error/message")).contains("'extend'");
		assertThat(as(People.ADA_ADMIN).post(RUN, "{\"query\":\"DeviceInfo\"}").text("/error/code"))
			.isEqualTo("MissingRequiredParameter");
	}

	@Test
	void answersUpToFiftyMegabytes() throws IOException {
		TestClient.Response largest = run(People.ADA_ADMIN, "SandboxRows | take 97655");
		assertThat(largest.status()).isEqualTo(200);
		assertThat(largest.body().length()).isBetween(49_999_000, 50_000_000);
		assertThat(run(People.ADA_ADMIN, "SandboxRows | take 97657").status()).isEqualTo(400);
		assertThat(run(People.ADA_ADMIN, "SandboxRows").status()).isEqualTo(400);
	}

	@Test
	void queriesNeedTheirScopeAndViewData() throws IOException {
		assertThat(as(People.ADA_ADMIN, "Machine.Read").post(RUN, "{\"Query\":\"DeviceInfo\"}").status())
			.isEqualTo(403);
		assertThat(run(People.VIGO_VULNS, "DeviceInfo").status()).isEqualTo(403);
		assertThat(with(this.tokens.ofApplication("AdvancedQuery.Read.All")).post(RUN, "{\"Query\":\"DeviceInfo\"}")
			.status()).isEqualTo(200);
	}

	@Test
	void queriesAreThrottled() throws IOException {
		for (int call = 0; call < 45; call++) {
			assertThat(run(People.VERA_VIEWER, "DeviceInfo | count").status()).isEqualTo(200);
		}
		assertThat(run(People.VERA_VIEWER, "DeviceInfo | count").status()).isEqualTo(429);
	}

	@Test
	void streamedAnswerCanBeCut() throws IOException {
		this.defender.failNext(new Fault.TruncatedJson());
		assertThat(run(People.VERA_VIEWER, "DeviceInfo").body()).startsWith("{\"Stats\"").doesNotEndWith("]}");
	}

	private TestClient.Response run(Person person, String query) throws IOException {
		return as(person).post(RUN, Json.write(Entity.builder().with("Query", query).build()));
	}

}
