package io.github.sandbox.defender;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A request the look-alike saw.
 *
 * @param method the HTTP method
 * @param pathAndQuery the path and query as sent
 * @param objectId the person's object id, the application's client id, or {@code null}
 * without a valid token
 * @param application whether an application called for itself
 * @param headers every header but {@code Authorization}, whatever the case of their names
 */
public record ReceivedRequest(String method, String pathAndQuery, @Nullable String objectId, boolean application,
		Map<String, List<String>> headers) {

	public ReceivedRequest {
		headers = Collections.unmodifiableMap(headers);
	}

}
