package io.github.sandbox.entra;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Writes a refusal of the token endpoint in Entra's JSON. */
final class TokenErrors implements AuthenticationFailureHandler {

	private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'")
		.withZone(ZoneOffset.UTC);

	private final JsonMapper json;

	TokenErrors(JsonMapper json) {
		this.json = json;
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) throws IOException {
		if (exception instanceof OAuth2AuthenticationException refused) {
			EntraError error = EntraError.from(refused.getError());
			write(response, error, error.code().status());
			return;
		}
		throw exception;
	}

	void write(HttpServletResponse response, EntraError error, int status) throws IOException {
		response.setStatus(status);
		response.setContentType("application/json;charset=utf-8");
		response.setHeader("Cache-Control", "no-store, no-cache");
		this.json.writeValue(response.getOutputStream(), body(error));
	}

	private static Map<String, Object> body(EntraError error) {
		String trace = UUID.randomUUID().toString();
		String correlation = UUID.randomUUID().toString();
		String timestamp = TIMESTAMP.format(Instant.now());
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("error", error.getErrorCode());
		body.put("error_description", "%s Trace ID: %s Correlation ID: %s Timestamp: %s"
			.formatted(error.code().description(), trace, correlation, timestamp));
		body.put("error_codes", List.of(error.code().number()));
		body.put("timestamp", timestamp);
		body.put("trace_id", trace);
		body.put("correlation_id", correlation);
		String suberror = error.code().suberror();
		if (suberror != null) {
			body.put("suberror", suberror);
		}
		String claims = error.claims();
		if (claims != null) {
			body.put("claims", claims);
		}
		return body;
	}

}
