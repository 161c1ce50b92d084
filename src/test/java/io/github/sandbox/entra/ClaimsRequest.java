package io.github.sandbox.entra;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A {@code claims} parameter, as far as it asks for authentication contexts in the access
 * token.
 *
 * @param contexts the values wanted for {@code acrs}
 */
record ClaimsRequest(Set<String> contexts) {

	private static final JsonMapper JSON = new JsonMapper();

	private static final ClaimsRequest NONE = new ClaimsRequest(Set.of());

	ClaimsRequest {
		contexts = Set.copyOf(contexts);
	}

	/** Reads the parameter of a request, empty if it is no JSON object. */
	static Optional<ClaimsRequest> in(Map<String, Object> parameters) {
		@Nullable Object parameter = parameters.get("claims");
		if (parameter == null) {
			return Optional.of(NONE);
		}
		try {
			JsonNode claims = JSON.readTree(parameter.toString());
			return claims.isObject() ? Optional.of(new ClaimsRequest(contexts(claims.at("/access_token/acrs"))))
					: Optional.empty();
		}
		catch (JacksonException _) {
			return Optional.empty();
		}
	}

	private static Set<String> contexts(JsonNode acrs) {
		return Stream.concat(Stream.of(acrs.path("value")), acrs.path("values").valueStream())
			.filter(JsonNode::isString)
			.map(JsonNode::stringValue)
			.collect(Collectors.toSet());
	}

}
