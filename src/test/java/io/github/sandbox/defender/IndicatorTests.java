package io.github.sandbox.defender;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.sandbox.organisation.Indicators;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Indicators. */
class IndicatorTests extends LookAlikeTest {

	private static final String LIST = "/api/indicators";

	private static final String BATCH_DELETE = LIST + "/BatchDelete";

	private static final String DRAFT = """
			{"indicatorValue":"%s","indicatorType":"%s","action":"Block","title":"t","description":"d"%s}""";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			indicatorType eq 'FileSha1'                         | 1
			rbacGroupNames eq 'Workstations North'              | 1
			rbacGroupIds eq '1' and action eq 'Block'           | 1
			generateAlert eq true                               | 4
			severity ne 'High'                                  | 3
			createdByDisplayName eq 'ada@nordhavn.example'      | 4
			""")
	void filtersIndicators(String filter, int expected) throws IOException {
		String path = LIST + "?$filter=" + filter.strip().replace(" ", "%20");
		assertThat(as(People.ADA_ADMIN).get(path).json().path("value").size()).isEqualTo(expected);
	}

	@Test
	void listHasPages() throws IOException {
		JsonNode page = as(People.ADA_ADMIN).get(LIST + "?$top=2&$skip=1").json().path("value");
		assertThat(page.size()).isEqualTo(2);
		assertThat(page.at("/0/id").asString()).isEqualTo(Indicators.NORTH_ADDRESS.id());
		assertThat(as(People.ADA_ADMIN).get(LIST + "?$filter=source%20eq%20'x'").text("/error/code"))
			.isEqualTo("ODataError");
	}

	@Test
	void submittingTwiceChangesTheFirst() throws IOException {
		TestClient rune = as(People.RUNE_RESPONDER);
		TestClient.Response first = rune.post(LIST, DRAFT.formatted("ship.example", "DomainName", """
				,"application":"one","rbacGroupNames":["Servers"],"severity":"Low","generateAlert":true"""));
		assertThat(first.status()).isEqualTo(200);
		assertThat(first.text("/rbacGroupIds/0")).isEqualTo("2");
		assertThat(first.text("/createdBy")).isEqualTo(People.RUNE_RESPONDER.objectId());
		assertThat(first.text("/sourceType")).isEqualTo("User");
		TestClient.Response second = as(People.ADA_ADMIN).post(LIST,
				DRAFT.formatted("Ship.example", "DomainName", ",\"application\":\"two\""));
		assertThat(second.text("/id")).isEqualTo(first.text("/id"));
		assertThat(second.text("/application")).isEqualTo("one");
		assertThat(second.text("/severity")).isEqualTo("Informational");
		assertThat(second.text("/lastUpdatedBy")).isEqualTo(People.ADA_ADMIN.objectId());
		assertThat(rune.get(LIST).json().path("value").size()).isEqualTo(5);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					10.0.0.0/8                       | IpAddress             |                           | InvalidIpAddress
					12                               | FileSha1              |                           | InvalidHashValue
					12                               | CertificateThumbprint |                           | InvalidHashValue
					d41d8cd98f00b204e9800998ecf8427e | FileSha256            |                           | InvalidHashValue
					nodots                           | DomainName            |                           | InvalidDomainName
					ftp://a.example/                 | Url                   |                           | InvalidUrl
					a.example                        | Host                  |                           | InvalidInput
					''                               | DomainName            |                           | MissingRequiredParameter
					a.example                        | DomainName            | ,"expirationTime":"soon"  | InvalidInput
					a.example                        | DomainName            | ,"severity":"Huge"        | InvalidInput
					a.example                        | DomainName            | ,"generateAlert":"yes"    | InvalidRequestBody
					a.example                        | DomainName            | ,"rbacGroupNames":["Sea"] | InvalidInput
					a.example                        | DomainName            | ,"educateUrl":"help"      | InvalidUrl
					a.example                        | DomainName            | ,"Severity":"Low"         | InvalidRequestBody
					""")
	void refusesDrafts(String value, String type, String rest, String code) throws IOException {
		TestClient.Response response = as(People.ADA_ADMIN).post(LIST,
				DRAFT.formatted(value, type, (rest != null) ? rest : ""));
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.text("/error/code")).isEqualTo(code);
	}

	@Test
	void auditRaisesAlerts() throws IOException {
		String audit = DRAFT.replace("Block", "Audit");
		TestClient ada = as(People.ADA_ADMIN);
		assertThat(ada.post(LIST, audit.formatted("a.example", "DomainName", "")).text("/error/code"))
			.isEqualTo("InvalidInput");
		assertThat(ada.post(LIST, audit.formatted("a.example", "DomainName", ",\"generateAlert\":true")).status())
			.isEqualTo(200);
	}

	@Test
	void expiredIndicatorIsNoLongerListed() throws IOException {
		TestClient ada = as(People.ADA_ADMIN);
		String end = this.clock.instant().plusSeconds(60).toString();
		ada.post(LIST, DRAFT.formatted("https://a.example/x", "Url", ",\"expirationTime\":\"%s\"".formatted(end)));
		assertThat(ada.get(LIST).json().path("value").size()).isEqualTo(5);
		this.clock.advance(Duration.ofSeconds(60));
		assertThat(ada.get(LIST).json().path("value").size()).isEqualTo(4);
	}

	@Test
	void invalidItemOfAnImportFailsAlone() throws IOException {
		TestClient.Response response = as(People.ADA_ADMIN).post(LIST + "/import", "{\"Indicators\":[%s,%s,7]}"
			.formatted(DRAFT.formatted("192.0.2.1", "IpAddress", ""), DRAFT.formatted("10.0.0.0/8", "IpAddress", "")));
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.json().at("/value/0/isFailed").asBoolean()).isFalse();
		assertThat(response.text("/value/0/id")).matches("\\d+");
		assertThat(response.text("/value/1/indicator")).isEqualTo("10.0.0.0/8");
		assertThat(response.json().at("/value/1/isFailed").asBoolean()).isTrue();
		assertThat(response.text("/value/1/failureReason")).contains("10.0.0.0/8");
		assertThat(response.json().at("/value/2/isFailed").asBoolean()).isTrue();
		assertThat(as(People.ADA_ADMIN).get(LIST).json().path("value").size()).isEqualTo(5);
	}

	@Test
	void importHasAnUpperLimitAndSoHasTheTenant() throws IOException {
		TestClient ada = as(People.ADA_ADMIN);
		this.defender.throttle(false);
		assertThat(ada.post(LIST + "/import", imported(0, 501)).text("/error/code"))
			.isEqualTo("MaximumBatchSizeExceeded");
		assertThat(ada.post(LIST + "/import", "{\"Indicators\":[]}").status()).isEqualTo(400);
		for (int batch = 0; batch < 29; batch++) {
			assertThat(ada.post(LIST + "/import", imported(batch * 500, 500)).status()).isEqualTo(200);
		}
		JsonNode last = ada.post(LIST + "/import", imported(14_500, 500)).json().path("value");
		assertThat(last.valueStream().filter((item) -> item.path("isFailed").asBoolean()).count()).isEqualTo(4);
		assertThat(ada.post(LIST, DRAFT.formatted("more.example", "DomainName", "")).status()).isEqualTo(400);
		assertThat(ada.post(LIST, DRAFT.formatted("d0.example", "DomainName", "")).status()).isEqualTo(200);
		this.defender.throttle(true);
	}

	@Test
	void rolesDecideWhoManagesIndicators() throws IOException {
		assertThat(as(People.ALVA_ANALYST).get(LIST).status()).isEqualTo(403);
		assertThat(as(People.ADA_ADMIN, "Alert.ReadWrite").get(LIST).status()).isEqualTo(403);
		assertThat(as(People.VERA_VIEWER).post(LIST, DRAFT.formatted("a.example", "DomainName", "")).status())
			.isEqualTo(403);
	}

	@Test
	void onlyApplicationsDelete() throws IOException {
		TestClient daemon = with(this.tokens.ofApplication("Ti.ReadWrite.All"));
		String path = LIST + "/" + Indicators.BLOCKED_FILE.id();
		assertThat(as(People.ADA_ADMIN).delete(path).status()).isEqualTo(403);
		assertThat(daemon.delete(path).status()).isEqualTo(204);
		assertThat(daemon.delete(path).text("/error/code")).isEqualTo("ResourceNotFound");
	}

	@Test
	void batchIsDeletedWholeOrNotAtAll() throws IOException {
		TestClient daemon = with(this.tokens.ofApplication("Ti.ReadWrite.All"));
		assertThat(as(People.ADA_ADMIN).post(BATCH_DELETE, "{\"IndicatorIds\":[\"1001\"]}").status()).isEqualTo(403);
		assertThat(daemon.post(BATCH_DELETE, "{\"IndicatorIds\":[\"1001\",\"9999\"]}").status()).isEqualTo(404);
		assertThat(daemon.post(BATCH_DELETE, "{\"IndicatorIds\":[\"1001\",\"x\"]}").status()).isEqualTo(400);
		assertThat(daemon.post(BATCH_DELETE, "{\"IndicatorIds\":[]}").status()).isEqualTo(400);
		String many = "\"1001\",".repeat(500) + "\"1001\"";
		assertThat(daemon.post(BATCH_DELETE, "{\"IndicatorIds\":[%s]}".formatted(many)).text("/error/code"))
			.isEqualTo("MaximumBatchSizeExceeded");
		assertThat(daemon.get(LIST).json().path("value").size()).isEqualTo(4);
		assertThat(daemon.post(BATCH_DELETE, "{\"IndicatorIds\":[\"1001\",\"1002\"]}").status()).isEqualTo(204);
		assertThat(daemon.get(LIST).json().path("value").size()).isEqualTo(2);
	}

	@Test
	void applicationSeesItsOwnUnlessItsRoleIsWider() throws IOException {
		TestClient daemon = with(this.tokens.ofApplication("Ti.ReadWrite"));
		TestClient.Response own = daemon.post(LIST, DRAFT.formatted("a.example", "DomainName", ""));
		assertThat(own.text("/sourceType")).isEqualTo("AadApp");
		assertThat(daemon.get(LIST).json().path("value").size()).isOne();
		assertThat(daemon.delete(LIST + "/1001").status()).isEqualTo(404);
		assertThat(daemon.delete(LIST + "/" + own.text("/id")).status()).isEqualTo(204);
	}

	private static String imported(int first, int count) {
		return IntStream.range(first, first + count)
			.mapToObj((number) -> DRAFT.formatted("d%d.example".formatted(number), "DomainName", ""))
			.collect(Collectors.joining(",", "{\"Indicators\":[", "]}"));
	}

}
