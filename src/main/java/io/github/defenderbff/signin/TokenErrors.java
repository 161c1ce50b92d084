package io.github.defenderbff.signin;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.ResponseErrorHandler;

/** Reads refusals of the token endpoint, whatever their status. */
final class TokenErrors implements ResponseErrorHandler {

	/** Longer than any refusal. */
	private static final int MAXIMUM_LENGTH = 65_536;

	private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {
	};

	private final JsonMapper json = JsonMapper.builder().build();

	@Override
	public boolean hasError(ClientHttpResponse response) throws IOException {
		return response.getStatusCode().isError();
	}

	@Override
	public void handleError(URI url, HttpMethod method, ClientHttpResponse response) throws IOException {
		throw new OAuth2AuthorizationException(read(response.getBody().readNBytes(MAXIMUM_LENGTH)));
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
