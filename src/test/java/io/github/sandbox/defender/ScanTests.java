package io.github.sandbox.defender;

import java.io.IOException;

import io.github.sandbox.organisation.AuthenticatedScan;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Scans that sign in to what they scan. */
class ScanTests extends LookAlikeTest {

	private static final String ALL = "/api/DeviceAuthenticatedScanDefinitions";

	private static final String ONE = ALL + "/" + AuthenticatedScan.SWITCHES.id();

	@Test
	void listShowsCredentialsAndChangesDoNot() throws IOException {
		assertThat(ada().get(ALL).body()).contains(AuthenticatedScan.SECRET);
		TestClient.Response created = ada().post(ALL, PostureExamples.NEW_SCAN);
		assertThat(created.json().path("scanAuthenticationParams").isNull()).isTrue();
		assertThat(created.text("/createdBy")).isEqualTo("ada@nordhavn.example");
		assertThat(ada().get(ALL).text("/value/1/scanAuthenticationParams/username")).isEqualTo("gmsa-scan");
	}

	@Test
	void changesStayUntilReset() throws IOException {
		TestClient.Response changed = ada().patch(ONE, "{\"scanName\":\"Renamed\",\"intervalInHours\":12}");
		assertThat(changed.text("/scanName")).isEqualTo("Renamed");
		assertThat(changed.json().path("scanAuthenticationParams").isNull()).isTrue();
		assertThat(ada().get(ALL).text("/value/0/scanAuthenticationParams/authPassword"))
			.contains(AuthenticatedScan.SECRET);
		ada().post(ALL + "/BatchDelete", PostureExamples.DEFINITIONS);
		assertThat(ada().get(ALL).json().path("value").size()).isZero();
		this.defender.reset();
		assertThat(ada().get(ALL).text("/value/0/scanName")).isEqualTo("Switches of the harbour");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"scanName":"Offices",                 |                                 | MissingRequiredParameter
			"isActive":true                       | "isActive":"yes"                | InvalidRequestBody
			"intervalInHours":8                   | "intervalInHours":0             | InvalidRequestBody
			"scanType":"Windows"                  | "scanType":"Mac"                | InvalidInput
			"targetType":"Ip"                     | "targetType":"Range"            | InvalidInput
			"scanName":"Offices",                 | "scanName":"Offices","Other":1, | InvalidRequestBody
			"machineId":                          | "machine":                      | MissingRequiredParameter
			"machineId":"                         | "machineId":"0                  | InvalidInput
			.WindowsAuthParams                    | .SnmpAuthParams                 | InvalidInput
			"type":"Kerberos"                     | "type":"AuthPriv"               | InvalidInput
			"username":"gmsa-scan",               |                                 | MissingRequiredParameter
			"isGmsaUser":true                     | "isGmsaUser":false              | InvalidInput
			"isGmsaUser":true                     | "IsGMSAUser":true               | InvalidRequestBody
			""")
	void refusesIncompleteDefinitions(String part, String wrong, String code) throws IOException {
		assertThat(PostureExamples.NEW_SCAN).contains(part);
		TestClient.Response response = ada().post(ALL,
				PostureExamples.NEW_SCAN.replace(part, (wrong != null) ? wrong : ""));
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.text("/error/code")).isEqualTo(code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"scanType\":\"Windows\"}", "{\"scanAuthenticationParams\":{\"type\":\"AuthPriv\"}}",
			"{\"scanAuthenticationParams\":\"none\"}" })
	void kindOfScanAndCredentialsStayTogether(String changes) throws IOException {
		assertThat(ada().patch(ONE, changes).status()).isEqualTo(400);
	}

	@Test
	void unknownDefinitionsAndSessionsAreNotFound() throws IOException {
		String none = "{\"ScanDefinitionIds\":[\"5ca00000-0000-4000-8000-000000009999\"]}";
		assertThat(ada().patch(ALL + "/5ca00000-0000-4000-8000-000000009999", "{}").status()).isEqualTo(404);
		assertThat(ada().post(ALL + "/BatchDelete", none).status()).isEqualTo(404);
		assertThat(ada().post(ALL + "/GetScanHistoryByScanDefinitionId", none).status()).isEqualTo(404);
		assertThat(ada().post(ALL + "/GetScanHistoryBySessionId", "{\"SessionIds\":[\"none\"]}").status())
			.isEqualTo(404);
		assertThat(ada().post(ALL + "/GetScanHistoryBySessionId", "{}").text("/error/code"))
			.isEqualTo("MissingRequiredParameter");
	}

	@ParameterizedTest
	@CsvSource({ "'', 200, 2", "?$top=1, 200, 1", "?$skip=1, 200, 1", "?$top=4096, 200, 2", "?$top=4097, 400, 0" })
	void historyHasPages(String query, int status, int rows) throws IOException {
		TestClient.Response response = ada().post(ALL + "/GetScanHistoryByScanDefinitionId" + query,
				PostureExamples.DEFINITIONS);
		assertThat(response.status()).isEqualTo(status);
		assertThat(response.json().path("value").size()).isEqualTo(rows);
	}

	@Test
	void readersSeeScansOfTheirDevicesAndChangeNone() throws IOException {
		ada().post(ALL, PostureExamples.NEW_SCAN);
		assertThat(as(People.VIGO_VULNS).get(ALL).json().path("value").size()).isEqualTo(1);
		assertThat(as(People.EDDA_EDGE).get(ALL).json().path("value").size()).isEqualTo(2);
		assertThat(as(People.RUNE_RESPONDER).post(ALL, PostureExamples.NEW_SCAN).status()).isEqualTo(403);
		assertThat(as(People.RUNE_RESPONDER).patch(ONE, "{}").status()).isEqualTo(403);
	}

	@Test
	void agentHasTwoNames() throws IOException {
		String agents = "/api/DeviceAuthenticatedScanAgents/";
		String device = Machines.UNGROUPED_DEVICE.id();
		assertThat(ada().get(agents + device).text("/id"))
			.isEqualTo(AuthenticatedScan.agentId(Machines.UNGROUPED_DEVICE));
		assertThat(ada().get(agents + AuthenticatedScan.agentId(Machines.UNGROUPED_DEVICE)).text("/machineId"))
			.isEqualTo(device);
	}

	private TestClient ada() {
		return as(People.ADA_ADMIN);
	}

}
