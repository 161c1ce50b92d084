package io.github.sandbox.defender;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import io.github.sandbox.organisation.Threat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Files, domains, addresses and accounts: where they were seen. */
class SightingTests extends LookAlikeTest {

	private static final Threat.Traces TRACES = Threat.RANSOMWARE.traces();

	private static final String FILE = "/api/files/" + TRACES.sha1();

	private static final String DOMAIN = "/api/domains/" + TRACES.host();

	private static final String ADDRESS = "/api/ips/" + TRACES.ipAddress();

	private static final String FILE_PATH = "file";

	private static final String DOMAIN_PATH = "domain";

	private static final String ADDRESS_PATH = "address";

	@Test
	void fileIsFoundByEitherHash() throws IOException {
		TestClient vera = as(People.VERA_VIEWER);
		assertThat(vera.get(FILE).text("/sha256")).isEqualTo(TRACES.sha256());
		assertThat(vera.get("/api/files/" + TRACES.sha256()).text("/sha1")).isEqualTo(TRACES.sha1());
		assertThat(vera.get("/api/files/" + "0".repeat(40)).text("/error/code")).isEqualTo("ResourceNotFound");
		assertThat(vera.get("/api/files/" + "0".repeat(40) + "/stats").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { FILE_PATH, DOMAIN_PATH, ADDRESS_PATH })
	void alertsAreThoseOfTheCallersDeviceGroups(String path) throws IOException {
		JsonNode all = as(People.ADA_ADMIN).get(filled(path) + "/alerts").json().path("value");
		JsonNode seen = as(People.VERA_VIEWER).get(filled(path) + "/alerts").json().path("value");
		assertThat(all.size()).isEqualTo(5);
		assertThat(seen.size()).isPositive().isLessThan(5);
		assertThat(texts(all, "title")).containsExactly("Ransomware behaviour blocked");
		assertThat(texts(seen, "rbacGroupName")).isSubsetOf("Workstations North", "Ungrouped devices");
		assertThat(all.at("/0/evidence").size()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { FILE_PATH, DOMAIN_PATH })
	void machinesAreThoseOfTheAlerts(String path) throws IOException {
		JsonNode alerts = as(People.VERA_VIEWER).get(filled(path) + "/alerts").json().path("value");
		JsonNode machines = as(People.VERA_VIEWER).get(filled(path) + "/machines").json().path("value");
		assertThat(texts(machines, "id")).isEqualTo(texts(alerts, "machineId")).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { FILE_PATH, DOMAIN_PATH, ADDRESS_PATH })
	void statisticsCountDevicesInTheLookBackTime(String path) throws IOException {
		String stats = filled(path) + "/stats";
		JsonNode alerts = as(People.ADA_ADMIN).get(filled(path) + "/alerts").json().path("value");
		TestClient vera = as(People.VERA_VIEWER);
		assertThat(vera.get(stats).json().path("organizationPrevalence").asInt())
			.isEqualTo(texts(alerts, "machineId").size());
		assertThat(vera.get(stats).text("/orgFirstSeen")).isLessThan(vera.get(stats).text("/orgLastSeen"));
		assertThat(vera.get(stats + "?lookBackHours=1").json().path("organizationPrevalence").asInt(-1)).isZero();
		assertThat(vera.get(stats + "?lookBackHours=6").json().path("organizationPrevalence").asInt()).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "721", "-1", "all", "" })
	void lookBackHoursEndAtThirtyDays(String hours) throws IOException {
		assertThat(as(People.VERA_VIEWER).get(DOMAIN + "/stats?lookBackHours=720").status()).isEqualTo(200);
		assertThat(as(People.VERA_VIEWER).get(DOMAIN + "/stats?lookBackHours=" + hours).text("/error/code"))
			.isEqualTo("InvalidInput");
	}

	@ParameterizedTest
	@ValueSource(strings = { "files/0000000000000000000000000000000000000000/alerts",
			"files/0000000000000000000000000000000000000000/machines", "domains/unknown.example/alerts",
			"domains/unknown.example/machines", "ips/192.0.2.1/alerts", "ips/2001:db8::1/alerts", "users/nobody/alerts",
			"users/nobody/machines", "users/user-ws-n-07@nordhavn.example/machines" })
	void whatIsUnknownWasSeenNowhere(String path) throws IOException {
		TestClient.Response response = as(People.ADA_ADMIN).get("/api/" + path);
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.json().path("value").isArray()).isTrue();
		assertThat(response.json().path("value").size()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "domains/unknown.example/stats", "ips/192.0.2.1/stats" })
	void unknownHostHasPrevalenceZero(String path) throws IOException {
		TestClient.Response response = as(People.ADA_ADMIN).get("/api/" + path);
		assertThat(response.json().path("organizationPrevalence").asInt(-1)).isZero();
		assertThat(response.json().path("orgFirstSeen").isNull()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			files/12,                                                                      InvalidHashValue
			files/d41d8cd98f00b204e9800998ecf8427e,                                        InvalidHashValue
			files/x000000000000000000000000000000000000000/stats,                          InvalidHashValue
			files/0000000000000000000000000000000000000000000000000000000000000000/alerts, InvalidHashValue
			files/0000000000000000000000000000000000000000000000000000000000000000/machines, InvalidHashValue
			domains/nodots/alerts,                                                         InvalidDomainName
			domains/-a.example/machines,                                                   InvalidDomainName
			domains/198.51.100.23/stats,                                                   InvalidDomainName
			ips/256.1.1.1/alerts,                                                          InvalidIpAddress
			ips/1.2.3/stats,                                                               InvalidIpAddress
			ips/a::b::c/stats,                                                             InvalidIpAddress
			""")
	void refusesWhatIsWrittenWrongly(String path, String code) throws IOException {
		TestClient.Response response = as(People.ADA_ADMIN).get("/api/" + path);
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.text("/error/code")).isEqualTo(code);
	}

	@Test
	void accountHasItsAlertsAndDevices() throws IOException {
		String user = "/api/users/" + Machines.NORTH_WORKSTATION.accounts().getFirst().name();
		TestClient vera = as(People.VERA_VIEWER);
		assertThat(texts(vera.get(user + "/alerts").json().path("value"), "machineId"))
			.containsExactly(Machines.NORTH_WORKSTATION.id());
		assertThat(texts(vera.get(user + "/machines").json().path("value"), "id"))
			.containsExactly(Machines.NORTH_WORKSTATION.id());
		assertThat(vera.get("/api/users/svc-deploy/machines").json().path("value").size()).isEqualTo(18);
		assertThat(as(People.EDDA_EDGE).get(user + "/machines").json().path("value").size()).isZero();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			file/stats,       Alert.Read
			file/alerts,      File.Read.All
			file/machines,    Alert.Read
			domain/stats,     Ip.Read.All
			domain/alerts,    URL.Read.All
			domain/machines,  Alert.Read
			address/stats,    URL.Read.All
			address/alerts,   Ip.Read.All
			""")
	void everyViewHasItsScope(String path, String wrong) throws IOException {
		String[] parts = path.split("/", -1);
		String address = filled(parts[0]) + "/" + parts[1];
		assertThat(as(People.ADA_ADMIN, wrong).get(address).status()).isEqualTo(403);
		assertThat(as(People.VIGO_VULNS).get(address).status()).isEqualTo(403);
		assertThat(as(People.ADA_ADMIN).get(address).status()).isEqualTo(200);
	}

	private static String filled(String kind) {
		return switch (kind) {
			case FILE_PATH -> FILE;
			case DOMAIN_PATH -> DOMAIN;
			default -> ADDRESS;
		};
	}

	private static Set<String> texts(JsonNode rows, String property) {
		return rows.valueStream().map((row) -> row.path(property).asString("")).collect(Collectors.toSet());
	}

}
