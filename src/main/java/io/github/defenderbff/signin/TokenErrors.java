package io.github.defenderbff.signin;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.ResponseErrorHandler;

/**
 * Reads refusals of the token endpoint, whatever their status, and raises the alarm when
 * it is this service's own credential that is refused.
 */
final class TokenErrors implements ResponseErrorHandler {

	private static final Logger log = LoggerFactory.getLogger(TokenErrors.class);

	/** Longer than any refusal. */
	private static final int MAXIMUM_LENGTH = 65_536;

	private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {
	};

	private final JsonMapper json = JsonMapper.builder().build();

	private final AtomicBoolean alarmed = new AtomicBoolean();

	@Override
	public boolean hasError(ClientHttpResponse response) throws IOException {
		return response.getStatusCode().isError();
	}

	@Override
	public void handleError(URI url, HttpMethod method, ClientHttpResponse response) throws IOException {
		var error = read(response.getBody().readNBytes(MAXIMUM_LENGTH));
		if (ClientCredentialRejected.isMeantBy(error.getErrorCode()) && this.alarmed.compareAndSet(false, true)) {
			log.error("The identity provider does not accept this service's own credential ({}). Until it is replaced, "
					+ "nobody can sign in, and sessions end with their tokens", error.getErrorCode());
		}
		throw new OAuth2AuthorizationException(error);
	}

	/** The credential is accepted: the next time that it is not is news again. */
	void accepted() {
		this.alarmed.set(false);
	}

	private TokenError read(byte[] body) {
		try {
			return TokenError.of(this.json.readValue(body, MEMBERS));
		}
		catch (JacksonException _) {
			return TokenError.of(Map.of());
		}
	}

}
