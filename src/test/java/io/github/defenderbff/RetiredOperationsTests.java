package io.github.defenderbff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Stream;

import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/** What code written for Defender's first years is told. */
@OnSandbox
class RetiredOperationsTests {

	private static final Map<String, String> VARIABLES = Map.of("{id}", "a", "{sha1}", "b", "{ip}", "198.51.100.23",
			"{domain}", "pay.fjordlocker.example");

	private final Bff bff;

	RetiredOperationsTests(Bff bff) {
		this.bff = bff;
	}

	static Stream<JsonNode> gone() {
		return rows("gone");
	}

	static Stream<JsonNode> answerable() {
		return rows("answerable");
	}

	private static Stream<JsonNode> rows(String today) {
		try (var rows = new ClassPathResource("catalogue/retired.json").getInputStream()) {
			return JsonMapper.shared()
				.readTree(rows)
				.valueStream()
				.filter((row) -> today.equals(row.get("today").asString()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@ParameterizedTest
	@MethodSource("gone")
	void nobodyAnswersAnyMoreSaysWhatDoes(JsonNode row) {
		var ada = this.bff.signIn(People.ADA_ADMIN);
		var answer = "GET".equals(row.get("method").asString()) ? ada.get(path(row)) : ada.post(path(row), "{}");
		Problems.assertProblem(answer, 410, "operation-retired");
		assertThat(answer.json().path("successor").stringValue(null)).isEqualTo(row.get("successor").stringValue(null));
		assertThat(answer.json().path("detail").stringValue("")).hasSizeGreaterThan(40);
		assertThat(this.bff.sandbox().defender().requests()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("answerable")
	void isServedFromItsSuccessor(JsonNode row) {
		var ada = this.bff.signIn(People.ADA_ADMIN);
		var answer = ada.get(path(row));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Deprecation")).matches("@\\d+");
		assertThat(answer.header("Link")).endsWith("; rel=\"successor-version\"");
		var successor = ada.get(answer.header("Link").replaceAll("^<|>.*", ""));
		assertThat(successor.status()).isEqualTo(200);
		assertThat(operationOf(row.get("successor").asString())).isTrue();
	}

	private boolean operationOf(String id) {
		return this.bff.anonymous().get("/v3/api-docs").body().contains("\"" + id + "\"");
	}

	@ParameterizedTest
	@CsvSource({ "/api/ips/198.51.100.23, id, 198.51.100.23",
			"/api/domains/pay.fjordlocker.example, host, pay.fjordlocker.example" })
	void whatWasSeenIsNamed(String path, String property, String value) {
		var answer = this.bff.signIn(People.ADA_ADMIN).get(path);
		assertThat(answer.json().path(property).stringValue("")).isEqualTo(value);
	}

	@ParameterizedTest
	@CsvSource({ "/api/ips/203.0.113.250", "/api/domains/never.seen.example" })
	void whatWasNeverSeenIsNotFound(String path) {
		var answer = this.bff.signIn(People.ADA_ADMIN).get(path);
		Problems.assertProblem(answer, 404, "not-found");
		assertThat(answer.header("Deprecation")).isNotEmpty();
	}

	@Test
	void devicesThatHoldAnAddressAreFound() {
		var answer = this.bff.signIn(People.ADA_ADMIN).get("/api/ips/10.3.0.11/machines");
		assertThat(answer.json().path("value").path(0).path("computerDnsName").stringValue(""))
			.isEqualTo("nh-ws-n-01.nordhavn.example");
	}

	@Test
	void keepsToTheRulesOfEveryOperation() {
		var ada = this.bff.signIn(People.ADA_ADMIN);
		Problems.assertProblem(ada.get("/api/ips/10.3.0.11/machines?$filter=id eq 'x'".replace(" ", "%20")), 400,
				"invalid-parameter");
		Problems.assertProblem(ada.get("/api/ips/10.3.0.11", "Accept", "text/html"), 406, "not-acceptable");
		assertThat(this.bff.sandbox().defender().requests()).isEmpty();
		assertThat(ada.get("/api/ips/198.51.100.23").header("Cache-Control")).isEqualTo("no-store");
	}

	@Test
	void successorsRequirementHolds() {
		var nils = this.bff.signIn(People.NILS_NOBODY);
		Problems.assertProblem(nils.get("/api/ips/10.3.0.17/machines"), 403, "permission-denied");
		Problems.assertProblem(this.bff.anonymous().get("/api/users/a"), 401, "not-signed-in");
	}

	private static String path(JsonNode row) {
		var path = row.get("path").asString();
		for (var variable : VARIABLES.entrySet()) {
			path = path.replace(variable.getKey(), variable.getValue());
		}
		return path;
	}

}
