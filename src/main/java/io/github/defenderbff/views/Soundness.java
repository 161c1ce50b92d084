package io.github.defenderbff.views;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Knows whether an answer is one JSON value from end to end. On its own a broken answer
 * harms nobody else; within a view it would break all parts. A stored answer is looked
 * through once, however often it is shown.
 */
@Component
final class Soundness {

	/** By the array itself and not by its contents, and no longer than it lives. */
	private final Cache<byte[], Boolean> known = Caffeine.newBuilder().weakKeys().build();

	private final JsonMapper json;

	Soundness(JsonMapper json) {
		this.json = json;
	}

	/**
	 * The same bytes, which are sound.
	 * @throws PartFailure if they are not
	 */
	byte[] require(byte[] body) {
		if (!this.known.get(body, this::isSound)) {
			throw PartFailure.notJson();
		}
		return body;
	}

	private boolean isSound(byte[] body) {
		try (var parser = this.json.createParser(body)) {
			return parser.nextToken() != null && parser.skipChildren().nextToken() == null;
		}
		catch (JacksonException _) {
			return false;
		}
	}

}
