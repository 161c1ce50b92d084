package io.github.sandbox.defender;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.github.sandbox.organisation.Alerts;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Devices and alerts as OData shows them. */
class ReadingTests extends LookAlikeTest {

	private static final String NORTH = Machines.NORTH_WORKSTATION.id();

	private static final String ALERT = "/api/alerts/" + Alerts.NORTH_ALERT.id();

	@Test
	void nextLinksCoverAllRowsOnce() throws IOException {
		this.defender.pageSize(7);
		List<String> ids = new ArrayList<>();
		String path = "/api/machines?$filter=healthStatus+eq+'Active'";
		while (!path.isEmpty()) {
			JsonNode page = as(People.ADA_ADMIN).get(path).json();
			assertThat(page.path("value").size()).isLessThanOrEqualTo(7);
			page.path("value").forEach((machine) -> ids.add(machine.path("id").asString()));
			path = page.path("@odata.nextLink").asString("");
			assertThat(path).satisfiesAnyOf((link) -> assertThat(link).isEmpty(),
					(link) -> assertThat(URI.create(link).getAuthority())
						.isEqualTo(this.defender.baseUri().getAuthority()));
		}
		assertThat(ids).doesNotHaveDuplicates().hasSize(37);
	}

	@Test
	void contextComesFirst() throws IOException {
		assertThat(as(People.ADA_ADMIN).get("/api/machines").body()).startsWith("{\"@odata.context\":\"http");
		assertThat(as(People.ADA_ADMIN).get("/api/machines/" + NORTH).body()).startsWith("{\"@odata.context\":\"http");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			startswith(computerDnsName,'nh-ws-n')                       | 14
			rbacGroupId eq 2 and osPlatform ne 'Linux'                  | 4
			deviceValue eq 'High'                                       | 5
			machineTags eq 'critical'                                   | 8
			lastSeen gt 2020-01-01T00:00:00Z and rbacGroupId le 2       | 13
			""")
	void filtersRows(String filter, int expected) throws IOException {
		String path = "/api/machines?$filter=" + filter.strip().replace(" ", "%20");
		assertThat(as(People.ADA_ADMIN).get(path).json().path("value").size()).isEqualTo(expected);
	}

	@Test
	void emptyDeviceListIsNotFound() throws IOException {
		assertThat(as(People.VERA_VIEWER).get("/api/machines?$filter=rbacGroupId%20eq%201").status()).isEqualTo(404);
	}

	@Test
	void alertsCarryEvidenceOnlyWhenExpanded() throws IOException {
		TestClient alva = as(People.ALVA_ANALYST);
		assertThat(alva.get("/api/alerts?$top=1").json().at("/value/0/evidence").size()).isZero();
		assertThat(alva.get("/api/alerts?$top=1&$expand=evidence").json().at("/value/0/evidence").size()).isPositive();
		assertThat(alva.get(ALERT).json().path("evidence").size()).isPositive();
	}

	@ParameterizedTest
	@ValueSource(strings = { "domains", "files", "ips", "machine", "user" })
	void showsWhatAnAlertIsAbout(String part) throws IOException {
		assertThat(as(People.ALVA_ANALYST).get(ALERT + "/" + part).status()).isEqualTo(200);
	}

	@Test
	void alertWithoutUserIsNotFound() throws IOException {
		assertThat(as(People.ADA_ADMIN).get("/api/alerts/%s/user".formatted(Alerts.SERVER_ALERT.id())).status())
			.isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "logonusers", "alerts", "software", "vulnerabilities", "recommendations" })
	void showsWhatBelongsToADevice(String part) throws IOException {
		TestClient.Response response = as(People.RUNE_RESPONDER).get("/api/machines/%s/%s".formatted(NORTH, part));
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.json().path("value").size()).isPositive();
	}

	@Test
	void countIsABareNumber() throws IOException {
		assertThat(as(People.RUNE_RESPONDER)
			.get("/api/machines/%s/alerts/$count?$filter=status%%20eq%%20'New'".formatted(NORTH))
			.body()).matches("\\d+");
	}

	@Test
	void findsDevicesByAddressAndTag() throws IOException {
		String time = this.clock.instant().minusSeconds(3600).toString();
		String address = Machines.NORTH_WORKSTATION.lastIpAddress();
		TestClient vera = as(People.VERA_VIEWER);
		assertThat(
				vera.get("/api/machines/findbyip(ip='%s',timestamp=%s)".formatted(address, time)).text("/value/0/id"))
			.isEqualTo(NORTH);
		assertThat(
				vera.get("/api/machines/findbytag?tag=site:har&useStartsWithFilter=true").json().path("value").size())
			.isPositive();
		assertThat(vera.get("/api/machines/findbytag").text("/error/code")).isEqualTo("MissingRequiredParameter");
	}

}
