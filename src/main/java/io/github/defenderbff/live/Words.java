package io.github.defenderbff.live;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.signin.SignInPaths;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/** What streams say, whatever they are about. */
@Component
final class Words {

	private final JsonMapper json;

	private final Clock clock;

	Words(JsonMapper json, Clock clock) {
		this.json = json;
		this.clock = clock;
	}

	/** The time, as it is told. */
	Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
	}

	/** Anything in JSON. */
	String json(Object value) {
		return this.json.writeValueAsString(value);
	}

	/** The person's permissions are others than before, as of now. */
	Event permissions(String fingerprint) {
		return Event.of(fingerprint, "permissions", json(Map.of("as_of", now())), fingerprint);
	}

	/** The session is over. */
	Event signedOut() {
		return Event.of(null, "session", json(Map.of("signed_in", false, "login_url", SignInPaths.LOGIN)));
	}

	/** More changed than is told one by one: look for yourself. */
	Event reset(String key) {
		return Event.of(key, "reset", json(Map.of("as_of", now())));
	}

	/** This instance is about to stop, or lost sight of the session for a while. */
	Event reconnect() {
		return Event.of(null, "reconnect", "{}");
	}

	/** That was it. */
	Event end(Ending why) {
		return Event.of(null, "end", json(Map.of("reason", why.word())));
	}

	/** That was it, and there will never be more. */
	Event end(Ending why, String id) {
		return Event.of(null, "end", json(Map.of("reason", why.word())), id);
	}

	/**
	 * Something went wrong, told as it would have been before the stream began.
	 * @param correlation the id of the request that opened the stream
	 */
	Event problem(Failure failure, String correlation) {
		var problem = (ObjectNode) this.json.valueToTree(failure.getBody());
		problem.put("correlation_id", correlation);
		return Event.of(null, "problem", problem.toString());
	}

}
