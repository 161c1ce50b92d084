package io.github.defenderbff;

import java.util.stream.Stream;

import io.github.defenderbff.Client.Answer;
import org.jspecify.annotations.Nullable;

/**
 * An application without a person, which sends its token with every call and keeps no
 * cookies.
 *
 * @param client sends the calls
 * @param token the token
 */
record Daemon(Client client, String token) {

	Answer get(String path, String... headers) {
		return send("GET", path, null, headers);
	}

	Answer post(String path, String json) {
		return send("POST", path, json);
	}

	Answer send(String method, String path, @Nullable String json, String... headers) {
		var authorization = Stream.of("Authorization", "Bearer " + this.token);
		return this.client.send(method, path, json,
				Stream.concat(Stream.of(headers), authorization).toArray(String[]::new));
	}

}
