package io.github.defenderbff.signin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is read of a demand for claims. */
class ClaimsTests {

	private static final String JSON = "{\"access_token\":{\"é\":\"??>>~~\"}}";

	private static String encoded(String json) {
		return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void areReadInBothAlphabetsWithPaddingOrWithout() {
		var bytes = JSON.getBytes(StandardCharsets.UTF_8);
		for (var encoder : new Base64.Encoder[] { Base64.getEncoder(), Base64.getUrlEncoder(),
				Base64.getEncoder().withoutPadding(), Base64.getUrlEncoder().withoutPadding() }) {
			assertThat(Claims.decoded(encoder.encodeToString(bytes))).contains(new Claims(JSON));
		}
	}

	@Test
	void areTheSameHoweverTheyAreLaidOut() {
		assertThat(Claims.decoded(encoded("{ \"a\" :\n{ } }"))).contains(new Claims("{\"a\":{}}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "\"a\"", "1", "null", "{", "{}{}", "{} x", "{\"a\":1,}", "<a/>" })
	void areAJsonObjectOrNothing(String json) {
		assertThat(Claims.decoded(encoded(json))).isEmpty();
		assertThat(Claims.read(json)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "e30 ", "e30!", "e", "=", "eyJhIjoiw/8ifQ==", "{\"access_token\":{}}" })
	void areNothingWhenTheyCannotBeDecoded(String encoded) {
		assertThat(Claims.decoded(encoded)).isEmpty();
	}

	@Test
	void areNothingWhenTheyAreTooLong() {
		var fits = "{\"a\":\"" + "a".repeat(6100) + "\"}";
		assertThat(Claims.decoded(encoded(fits))).isPresent();
		assertThat(Claims.decoded(encoded(fits + " ".repeat(100)))).isEmpty();
		assertThat(Claims.read(fits)).isPresent();
		assertThat(Claims.read(fits.replace("aaa", "ééé"))).isEmpty();
		assertThat(Claims.decoded(encoded("[".repeat(5000)))).isEmpty();
	}

}
