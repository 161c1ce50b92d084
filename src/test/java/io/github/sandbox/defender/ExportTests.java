package io.github.sandbox.defender;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Exports as pages of rows and as addresses of files. */
class ExportTests extends LookAlikeTest {

	private static final String SOFTWARE = "/api/machines/SoftwareInventoryByMachine";

	private static final String DELTA = "/api/machines/SoftwareVulnerabilityChangesByMachine";

	@Test
	void pagesCoverAllRowsOnce() throws IOException {
		int all = rows(SOFTWARE).size();
		List<String> seen = new ArrayList<>();
		String path = SOFTWARE + "?pageSize=40";
		int pages = 0;
		for (; !path.isEmpty(); pages++) {
			JsonNode page = ada().get(path).json();
			page.path("value").forEach((row) -> seen.add(row.path("deviceId").asString() + row.path("softwareName")));
			path = page.path("@odata.nextLink").asString("");
			assertThat(path).satisfiesAnyOf((link) -> assertThat(link).isEmpty(),
					(link) -> assertThat(link).contains("pageSize=40", "$skiptoken="));
		}
		assertThat(pages).isEqualTo((all + 39) / 40).isGreaterThan(2);
		assertThat(seen).doesNotHaveDuplicates().hasSize(all);
	}

	@Test
	void topEndsTheExport() throws IOException {
		JsonNode page = ada().get(SOFTWARE + "?$top=3&pageSize=2").json();
		assertThat(page.path("value").size()).isEqualTo(3);
		assertThat(page.has("@odata.nextLink")).isFalse();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			SoftwareInventoryByMachine?pageSize=200001,                 InvalidInput
			SoftwareInventoryByMachine?pageSize=0,                      InvalidInput
			SoftwareInventoryByMachine?pageSize=many,                   InvalidInput
			SoftwareInventoryByMachine?$skiptoken=rubbish,              ODataError
			SoftwareInventoryByMachine?$filter=deviceId%20eq%20'1',     ODataError
			SoftwareInventoryExport?sasValidHours=7,                    InvalidInput
			SoftwareInventoryExport?sasValidHours=0,                    InvalidInput
			InfoGatheringExport?sasValidHours=7,                        InvalidInput
			certificateAssessmentExport?sasValidHours=25,               InvalidInput
			SoftwareVulnerabilityChangesByMachine,                      MissingRequiredParameter
			SoftwareVulnerabilityChangesByMachine?sinceTime=yesterday,  InvalidInput
			""")
	void refusesWhatIsOverTheLimits(String path, String code) throws IOException {
		TestClient.Response response = ada().get("/api/machines/" + path);
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.text("/error/code")).isEqualTo(code);
	}

	@Test
	void changesReachFourteenDaysBack() throws IOException {
		List<JsonNode> all = rows(DELTA + "?sinceTime=" + ago(Duration.ofDays(14).minusMinutes(1)));
		assertThat(all).extracting((row) -> row.path("status").asString()).contains("New", "Fixed", "Updated");
		assertThat(rows(DELTA + "?sinceTime=" + ago(Duration.ofDays(2)))).isNotEmpty().hasSizeLessThan(all.size());
		assertThat(ada().get(DELTA + "?sinceTime=" + ago(Duration.ofDays(15))).text("/error/code"))
			.isEqualTo("InvalidInput");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			SoftwareInventoryExport,                       1
			SoftwareInventoryExport?sasValidHours=6,       6
			InfoGatheringExport,                           1
			certificateAssessmentExport,                   3
			certificateAssessmentExport?sasValidHours=24, 24
			""")
	void addressesOfFilesExpire(String path, int hours) throws IOException {
		Instant expiry = this.clock.instant().plus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.SECONDS);
		JsonNode files = ada().get("/api/machines/" + path).json().path("exportFiles");
		assertThat(files.size()).isEqualTo(new Organisation().deviceGroups().size());
		files.forEach((file) -> assertThat(file.stringValue()).contains("/storage/exports/")
			.contains("?se=%s&".formatted(expiry), "sig="));
	}

	@Test
	void filesAreOfTheCallersGroupsOnly() throws IOException {
		JsonNode files = as(People.VIGO_VULNS).get("/api/machines/SoftwareInventoryExport").json().path("exportFiles");
		assertThat(files.valueStream().map(JsonNode::stringValue).toList()).hasSize(2)
			.anyMatch((url) -> url.contains("rbacGroupId=3"))
			.anyMatch((url) -> url.contains("rbacGroupId=5"));
	}

	@Test
	void sixthExportInAMinuteIsTooMany() throws IOException {
		for (int call = 0; call < 5; call++) {
			assertThat(ada().get("/api/machines/InfoGatheringExport").status()).isEqualTo(200);
		}
		assertThat(ada().get("/api/Machines/infogatheringexport").status()).isEqualTo(429);
	}

	private TestClient ada() {
		return as(People.ADA_ADMIN);
	}

	private Instant ago(Duration age) {
		return this.clock.instant().minus(age);
	}

	private List<JsonNode> rows(String path) throws IOException {
		return ada().get(path).json().path("value").valueStream().toList();
	}

}
