package io.github.sandbox.defender;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.sandbox.organisation.Inventory;
import io.github.sandbox.organisation.Machine;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.People;
import io.github.sandbox.organisation.Person;
import io.github.sandbox.organisation.Product;
import io.github.sandbox.organisation.Recommendation;
import io.github.sandbox.organisation.Recommendations;
import io.github.sandbox.organisation.Weakness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What vulnerability management says fits together, whoever asks. */
class PostureTests extends LookAlikeTest {

	private static final String SCOPES = String.join(" ", "Vulnerability.Read Software.Read Score.Read Machine.Read",
			"SecurityRecommendation.Read RemediationTasks.Read SecurityBaselinesAssessment.Read");

	@ParameterizedTest
	@ValueSource(strings = { "/api/vulnerabilities/CVE-2099-99999",
			"/api/vulnerabilities/CVE-2099-99999/machineReferences", "/api/software/no-_-thing",
			"/api/software/no-_-thing/distributions", "/api/recommendations/va-_-no-_-thing",
			"/api/recommendations/sca-_-scid-2010/software",
			"/api/remediationTasks/7e000000-0000-4000-8000-000000000099", "/api/DeviceAuthenticatedScanAgents/nobody" })
	void unknownIsNotFound(String path) throws IOException {
		TestClient.Response response = ada().get(path);
		assertThat(response.status()).isEqualTo(404);
		assertThat(response.text("/error/code")).isEqualTo("ResourceNotFound");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/vulnerabilities?$top=8001", "/api/vulnerabilities?$filter=epss%20gt%200",
			"/api/software?$top=10001", "/api/software?$orderby=id", "/api/deviceavinfo?$filter=id%20eq%20'1'" })
	void refusesUndocumentedQueries(String path) throws IOException {
		TestClient.Response response = ada().get(path);
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.text("/error/code")).isEqualTo("ODataError");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			vulnerabilities?$top=8000                                                | 5
			vulnerabilities?$filter=severity eq 'High' and cvssV3 gt 8               | 1
			vulnerabilities?$skip=3                                                  | 2
			vulnerabilities/machinesVulnerabilities?$filter=fixingKbId eq '5099001'  | 22
			software?$filter=vendor eq 'microsoft'                                   | 2
			recommendations?$filter=remediationType eq 'ConfigurationChange'         | 3
			remediationTasks?$filter=status eq 'Active'                              | 1
			baselineConfigurations?$filter=CCE eq 'CCE-99001-1'                      | 1
			deviceavinfo                                                             | 20
			deviceavinfo?$top=100                                                    | 32
			""")
	void narrowsLists(String query, int rows) throws IOException {
		assertThat(ada().get("/api/" + query.replace(" ", "%20")).json().path("value").size()).isEqualTo(rows);
	}

	@Test
	void antivirusHealthHasPagesOfTwenty() throws IOException {
		String next = ada().get("/api/deviceavinfo").text("/@odata.nextLink");
		assertThat(ada().get(next).json().path("value").size()).isEqualTo(12);
		assertThat(as(People.VIGO_VULNS, SCOPES).get("/api/deviceavinfo").status()).isEqualTo(403);
	}

	@ParameterizedTest
	@MethodSource
	void weaknessIsWhereItsSoftwareIs(Weakness weakness) throws IOException {
		Set<String> exposed = ids("/api/vulnerabilities/%s/machineReferences".formatted(weakness.id()));
		assertThat(ids("/api/software/%s/machineReferences".formatted(weakness.product().id()))).containsAll(exposed);
		assertThat(ada().get("/api/vulnerabilities/" + weakness.id()).json().path("exposedMachines").intValue())
			.isEqualTo(exposed.size());
		for (Machine machine : new Organisation().machines()) {
			assertThat(ids("/api/machines/%s/vulnerabilities".formatted(machine.id())).contains(weakness.id()))
				.isEqualTo(exposed.contains(machine.id()));
		}
	}

	static List<Weakness> weaknessIsWhereItsSoftwareIs() {
		return Inventory.weaknesses();
	}

	@ParameterizedTest
	@MethodSource
	void distributionCountsInstallations(Product product) throws IOException {
		int installed = ada().get("/api/software/%s/distributions".formatted(product.id()))
			.json()
			.path("value")
			.valueStream()
			.mapToInt((version) -> version.path("installations").intValue())
			.sum();
		assertThat(ids("/api/software/%s/machineReferences".formatted(product.id()))).hasSize(installed).isNotEmpty();
	}

	static List<Product> distributionCountsInstallations() {
		return Inventory.products();
	}

	@ParameterizedTest
	@MethodSource
	void recommendationCountsItsDevices(Recommendation recommendation) throws IOException {
		Set<String> exposed = ids("/api/recommendations/%s/machineReferences".formatted(recommendation.id()));
		assertThat(
				ada().get("/api/recommendations/" + recommendation.id()).json().path("exposedMachinesCount").intValue())
			.isEqualTo(exposed.size());
		String machine = Machines.NORTH_WORKSTATION.id();
		assertThat(ids("/api/machines/%s/recommendations".formatted(machine)).contains(recommendation.id()))
			.isEqualTo(exposed.contains(machine));
	}

	static List<Recommendation> recommendationCountsItsDevices() {
		return Inventory.recommendations();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			software,        Software.Read.All,               Software
			vulnerabilities, Vulnerability.Read.All,          Vulnerability
			recommendations, SecurityRecommendation.Read.All, Recommendation
			getmissingkbs,   Software.Read.All,               MissingKb
			""")
	void deviceShowsRowsOfTheWholeTenant(String part, String role, String entity) throws IOException {
		JsonNode rows = with(this.tokens.ofApplication(role))
			.get("/api/machines/%s/%s".formatted(Machines.NORTH_WORKSTATION.id(), part))
			.json()
			.path("value");
		assertThat(rows.size()).isPositive();
		rows.forEach((row) -> DocumentedShape.check(row, entity));
	}

	@Test
	void exportsAgreeWithLists() throws IOException {
		Set<String> exported = values("/api/machines/SoftwareVulnerabilitiesByMachine", "deviceId", "cveId");
		assertThat(exported).isNotEmpty()
			.isEqualTo(values("/api/vulnerabilities/machinesVulnerabilities", "machineId", "cveId"));
		Set<String> baselines = values("/api/machines/baselineComplianceAssessmentByMachine", "deviceId", "profileId");
		assertThat(baselines).hasSize(ada().get("/api/baselineProfiles").json().at("/value/0/totalDevices").intValue());
	}

	@Test
	void remediationNamesItsRecommendation() throws IOException {
		TestClient.Response tasks = ada().get("/api/remediationTasks");
		assertThat(tasks.text("/value/0/title")).isEqualTo(Recommendations.UPDATE_CARGO_PLANNER.title());
		assertThat(tasks.text("/value/0/productId")).isEqualTo("fjordsoft-_-cargo_planner");
		assertThat(tasks.json().at("/value/0/targetDevices").intValue())
			.isEqualTo(ids("/api/remediationTasks/%s/machineReferences".formatted(tasks.text("/value/0/id"))).size());
	}

	@ParameterizedTest
	@MethodSource("io.github.sandbox.defender.AccessTests#viewers")
	void showsOnlyDevicesOfTheCallersGroups(Person person) throws IOException {
		Set<String> groups = new Organisation().deviceGroupsOf(person);
		TestClient client = as(person, SCOPES);
		for (String path : List.of("software/lighthouse-_-browser/machineReferences",
				"machines/SoftwareInventoryByMachine", "exposureScore/ByMachineGroups", "deviceavinfo?$top=100")) {
			Set<String> seen = client.get("/api/" + path)
				.json()
				.path("value")
				.valueStream()
				.map((row) -> row.path("rbacGroupName").asString())
				.collect(Collectors.toCollection(TreeSet::new));
			assertThat(seen).as(path).isEqualTo(groups);
		}
	}

	private TestClient ada() {
		return as(People.ADA_ADMIN, SCOPES);
	}

	private Set<String> values(String path, String first, String second) throws IOException {
		return ada().get(path)
			.json()
			.path("value")
			.valueStream()
			.map((row) -> row.path(first).asString() + " " + row.path(second).asString())
			.collect(Collectors.toSet());
	}

	private Set<String> ids(String path) throws IOException {
		return ada().get(path)
			.json()
			.path("value")
			.valueStream()
			.map((row) -> row.path("id").asString())
			.collect(Collectors.toSet());
	}

}
