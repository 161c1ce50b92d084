package io.github.sandbox.entra;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * A refusal in Graph's form.
 *
 * @param status the HTTP status
 * @param code a stable word
 * @param message free text
 */
record GraphError(int status, String code, String message) {

	/** How many seconds Graph wants to be left alone when it throttles. */
	private static final String RETRY_AFTER = "17";

	static GraphError unauthorised(String message) {
		return new GraphError(401, "InvalidAuthenticationToken", message);
	}

	static GraphError denied() {
		return new GraphError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
	}

	static GraphError badRequest(String message) {
		return new GraphError(400, "Request_BadRequest", message);
	}

	static GraphError injected(int status) {
		return new GraphError(status, (status == 429) ? "TooManyRequests" : "UnknownError", "Injected by the sandbox.");
	}

	ResponseEntity<Map<String, Object>> answer() {
		String id = UUID.randomUUID().toString();
		Map<String, String> inner = Map.of("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
				"request-id", id, "client-request-id", id);
		return ResponseEntity.status(this.status).headers((headers) -> {
			if (this.status == 429) {
				headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
			}
		})
			.contentType(GraphGroups.JSON)
			.body(Map.of("error", Map.of("code", this.code, "message", this.message, "innerError", inner)));
	}

}
