package io.github.sandbox.defender;

import java.time.Duration;
import java.util.Map;

import io.github.sandbox.entra.GraphHunting;

/** Ends a call with an error answer. */
final class Refusal extends RuntimeException {

	private final transient Reply reply;

	private final String code;

	private Refusal(int status, String code, String message, Map<String, String> headers) {
		super(message, null, false, false);
		this.code = code;
		this.reply = Reply.of(status, ErrorEnvelope.of(code, message)).with(headers);
	}

	static Refusal of(int status, String code, String message) {
		return new Refusal(status, code, message, Map.of());
	}

	static Refusal badRequest(String code, String message) {
		return of(400, code, message);
	}

	static Refusal missingParameter(String name) {
		return badRequest("MissingRequiredParameter", "The required parameter '%s' is missing.".formatted(name));
	}

	static Refusal odata(String message) {
		return badRequest("ODataError", message);
	}

	static Refusal unauthorized(String message) {
		return new Refusal(401, "Unauthorized", message,
				Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\", error_description=\"invalid token\""));
	}

	static Refusal forbidden(String message) {
		return of(403, "Forbidden", message);
	}

	static Refusal notFound(String message) {
		return of(404, "ResourceNotFound", message);
	}

	static Refusal throttled(Duration wait) {
		String seconds = Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
		return new Refusal(429, "TooManyRequests",
				"Maximum quota of calls per minute reached. Try again in %s seconds.".formatted(seconds),
				Map.of("Retry-After", seconds));
	}

	/** The same as Microsoft Graph says it. */
	GraphHunting.Refused asGraph() {
		return new GraphHunting.Refused(this.reply.status(), this.code, String.valueOf(getMessage()));
	}

	Reply reply() {
		return this.reply;
	}

}
