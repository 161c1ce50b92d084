package io.github.defenderbff;

import java.util.List;

import io.github.sandbox.defender.Fault;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The log in the forms that machines read. */
@OnSandbox
class StructuredLogTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Bff bff;

	StructuredLogTests(Bff bff) {
		this.bff = bff;
	}

	/** Calls that are told in the log. */
	private void troubles(Client rune) {
		this.bff.sandbox().defender().failNext(Fault.status(403, "Forbidden"));
		assertThat(rune.get("/api/alerts", "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01").status())
			.isEqualTo(403);
		assertThat(rune.post("/api/machines/" + "a".repeat(40) + "/isolate", "{\"Comment\":\"\\r\\n{}\"}").status())
			.isGreaterThanOrEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource({ "ecs, /trace/id", "logstash, /trace.id", "gelf, /_trace.id" })
	void everyLineOfARequestHasItsTraceId(String format, String where) {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		try (var log = LogCapture.structured(format)) {
			troubles(rune);
			assertThat(told(log)).isNotEmpty()
				.allSatisfy((line) -> assertThat(traceId(line, where)).matches("[0-9a-f]{32}"))
				.anySatisfy((line) -> assertThat(traceId(line, where)).isEqualTo(TRACE));
		}
	}

	@Test
	void eachIsOneObjectInOneLine() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		try (var log = LogCapture.structured("ecs")) {
			troubles(rune);
			assertThat(log.records()).isNotEmpty().allSatisfy((line) -> assertThat(line.strip()).hasLineCount(1));
		}
	}

	private static String traceId(JsonNode line, String where) {
		var nested = line.at(where);
		return nested.isMissingNode() ? line.path(where.substring(1)).asString("") : nested.asString("");
	}

	/** Others write while no request is served. */
	private static List<JsonNode> told(LogCapture log) {
		return log.records().stream().map(JSON::readTree).filter((line) -> line.toString().contains("audit")).toList();
	}

}
