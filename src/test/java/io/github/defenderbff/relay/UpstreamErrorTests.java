package io.github.defenderbff.relay;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What is repeated of Defender's errors. */
class UpstreamErrorTests {

	private static UpstreamError read(String body) {
		return UpstreamError.read(body.getBytes(StandardCharsets.UTF_8), JsonMapper.builder().build());
	}

	@Test
	void isTheCodeTheTargetAndTheMessage() {
		assertThat(read("""
				{"error": {"code": "ResourceNotFound", "message": "Machine x was not found on db-17",
				 "target": "|9c6c7e4a-4f2e0a9d.1_"}}""")).isEqualTo(
				new UpstreamError("ResourceNotFound", "|9c6c7e4a-4f2e0a9d.1_", "Machine x was not found on db-17"));
	}

	@Test
	void isTheSameInTheFormOfMicrosoftGraph() {
		assertThat(read("""
				{"error": {"code": "Request_BadRequest", "message": "No table.",
				 "innerError": {"date": "2026-11-23T10:04:42", "request-id": "9c6c7e4a-4f2e"}}}"""))
			.isEqualTo(new UpstreamError("Request_BadRequest", "9c6c7e4a-4f2e", "No table."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{}", "[]", "null", "1", "\"error\"", "{\"error\":null}", "{\"error\":\"text\"}",
			"{\"error\":{}}", "{\"error\":{\"code\":1,\"target\":{}}}", "{\"error\":[1]}", "{\"error\":{\"code\":",
			"<html><body>502 Bad Gateway</body></html>", "\u0000\uFFFF", "{\"error\":{\"code\":\"\"}}",
			"{\"error\":{\"code\":\"A\\r\\nSet-Cookie: a=b\",\"target\":\"a\\r\\nb\"}}",
			"{\"error\":{\"code\":\"NotFound\\n\",\"target\":\"a\\n\"}}",
			"{\"error\":{\"code\":\"<b>\",\"target\":\"<script>\"}}" })
	void isNothingWhereTheBodyIsNoEnvelope(String body) {
		assertThat(read(body)).isEqualTo(new UpstreamError(null, null, null));
	}

	@Test
	void isNothingThatGoesOnForever() {
		assertThat(read("{\"error\":{\"code\":\"" + "a".repeat(65) + "\",\"target\":\"" + "b".repeat(129) + "\"}}"))
			.isEqualTo(new UpstreamError(null, null, null));
		assertThat(read("[".repeat(100_000))).isEqualTo(new UpstreamError(null, null, null));
	}

	@Test
	void messageIsOneShortLine() {
		var message = "a\\r\\nSet-Cookie: b\\u0000" + "c".repeat(1000);
		assertThat(read("{\"error\":{\"message\":\"" + message + "\"}}").message()).startsWith("a Set-Cookie: b c")
			.hasSize(500);
	}

	@Test
	void keepsWhatIsSafeOfTheTwo() {
		assertThat(read("{\"error\":{\"code\":\"Forbidden\",\"target\":\"a b\"}}"))
			.isEqualTo(new UpstreamError("Forbidden", null, null));
	}

}
