package io.github.defenderbff.signin;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Refusals of the token endpoint. */
class TokenErrorsTests {

	private final TokenErrors errors = new TokenErrors();

	private OAuth2Error read(int status, String body) {
		try (var response = new MockClientHttpResponse(body.getBytes(StandardCharsets.UTF_8),
				HttpStatusCode.valueOf(status))) {
			return catchThrowableOfType(OAuth2AuthorizationException.class,
					() -> this.errors.handleError(URI.create("https://id.example.com"), HttpMethod.POST, response))
				.getError();
		}
	}

	@Test
	void areReadWithClaimsAndSuberror() {
		var error = read(400, "{\"error\":\"interaction_required\",\"claims\":\"{\\\"a\\\":{}}\",\"error_codes\":[1]}");
		assertThat(error.getErrorCode()).isEqualTo("interaction_required");
		assertThat(TokenError.claimsOf(error)).isEqualTo(new Claims("{\"a\":{}}"));
		assertThat(TokenError.isForConsent(error)).isFalse();
		assertThat(TokenError
			.isForConsent(read(400, "{\"error\":\"invalid_grant\",\"suberror\":\"consent_required\",\"claims\":null}")))
			.isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			401 | {"error":"invalid_client"}         | invalid_client
			503 | {"error":"temporarily_unavailable"}| temporarily_unavailable
			502 | <html>                             | server_error
			400 | []                                 | server_error
			400 | {"error":""}                       | server_error
			429 | ''                                 | server_error
			""")
	void areReadWhateverTheirStatusAndForm(int status, String body, String code) {
		assertThat(read(status, body).getErrorCode()).isEqualTo(code);
	}

	@Test
	void areErrorsByTheirStatus() throws IOException {
		try (var good = new MockClientHttpResponse(new byte[0], HttpStatusCode.valueOf(200));
				var bad = new MockClientHttpResponse(new byte[0], HttpStatusCode.valueOf(401))) {
			assertThat(this.errors.hasError(good)).isFalse();
			assertThat(this.errors.hasError(bad)).isTrue();
		}
	}

}
