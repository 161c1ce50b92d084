package io.github.defenderbff.policy;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * Gives answers a strong entity tag (RFC 9110 section 8.8.3), so that a frontend that
 * asks again is told that nothing changed.
 */
@Component
final class EntityTags {

	private final JsonMapper json;

	EntityTags(JsonMapper json) {
		this.json = json;
	}

	<T> ResponseEntity<T> tagged(T body) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noCache().cachePrivate())
			.eTag("\"" + DigestUtils.md5DigestAsHex(this.json.writeValueAsBytes(body)) + "\"")
			.body(body);
	}

}
