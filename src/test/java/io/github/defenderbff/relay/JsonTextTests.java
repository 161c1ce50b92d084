package io.github.defenderbff.relay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What passes for a whole JSON text. */
@NullMarked
class JsonTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", " \r\n\t{\"a\":1} \n", "[{}]", "3", "42\n" })
	void isPassedOnAsItIs(String json) throws IOException {
		assertThat(JsonText.isComplete(json.getBytes(StandardCharsets.UTF_8))).isTrue();
		assertThat(read(json)).isEqualTo(json);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "{\"a\":[1", "[1,2", "}", "<html></html>", " ", "\0\0\0", "{]", "Bad Gateway" })
	void isRefusedAtItsEnd(String json) {
		assertThat(JsonText.isComplete(json.getBytes(StandardCharsets.UTF_8))).isFalse();
		assertThatExceptionOfType(UpstreamFailure.class).isThrownBy(() -> read(json));
	}

	private static String read(String json) throws IOException {
		try (var text = JsonText.checked(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))) {
			return new String(text.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
