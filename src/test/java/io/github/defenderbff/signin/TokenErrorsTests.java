package io.github.defenderbff.signin;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Refusals of the token endpoint. */
class TokenErrorsTests {

	private static final String WRONG_SECRET = "{\"error\":\"invalid_client\",\"error_codes\":[7000215]}";

	private final TokenErrors errors = new TokenErrors();

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final Logger logger = (Logger) LoggerFactory.getLogger(TokenErrors.class);

	@BeforeEach
	void listen() {
		this.log.start();
		this.logger.addAppender(this.log);
	}

	@AfterEach
	void listenNoMore() {
		this.logger.detachAppender(this.log);
	}

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
	void raiseTheAlarmOnceUntilTheCredentialIsAccepted() {
		read(401, WRONG_SECRET);
		read(401, WRONG_SECRET);
		read(400, "{\"error\":\"invalid_grant\"}");
		assertThat(this.log.list).hasSize(1).allSatisfy((event) -> {
			assertThat(event.getLevel().toString()).isEqualTo("ERROR");
			assertThat(event.getFormattedMessage()).contains("own credential", "invalid_client");
		});
		this.errors.accepted();
		read(401, WRONG_SECRET);
		assertThat(this.log.list).hasSize(2);
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
