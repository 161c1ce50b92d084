package io.github.defenderbff.live;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What is read out of a response action. */
class ProgressTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:10:00Z");

	private static Progress progress(String json) {
		return Progress.of(JsonMapper.shared().readTree(json), NOW);
	}

	@Test
	void timeRunsUntilTheActionIsOver() {
		var times = "\"creationDateTimeUtc\": \"2026-01-01T00:00:00Z\", \"lastUpdateDateTimeUtc\": \"2026-01-01T00:05:00Z\"";
		assertThat(progress("{\"status\": \"InProgress\", " + times + "}").elapsedSeconds()).isEqualTo(600);
		assertThat(progress("{\"status\": \"Failed\", " + times + "}").elapsedSeconds()).isEqualTo(300);
		assertThat(progress("{\"status\": \"InProgress\"}").elapsedSeconds()).isNull();
	}

	@Test
	void percentageIsToldWhereItIsKnown() {
		assertThat(progress("{\"status\": \"InProgress\", \"commands\": []}").percent()).isNull();
		assertThat(progress("{\"status\": \"Failed\"}").percent()).isNull();
		assertThat(progress("{\"status\": \"Succeeded\"}").percent()).isEqualTo(100);
		assertThat(progress("""
				{"status": "InProgress", "commands": [{"commandStatus": "Completed"}, {"commandStatus": "Failed"},
				 {"commandStatus": "Created"}, {}]}""").percent()).isEqualTo(50);
	}

	@Test
	void fourStatusesAreFinalAndUnknownOnesAreNot() {
		assertThat(java.util.stream.Stream.of("Succeeded", "Failed", "TimeOut", "Cancelled", "cancelled"))
			.allMatch((status) -> progress("{\"status\": \"" + status + "\"}").isLast());
		assertThat(java.util.stream.Stream.of("Pending", "InProgress", "Paused"))
			.noneMatch((status) -> progress("{\"status\": \"" + status + "\"}").isLast());
	}

}
