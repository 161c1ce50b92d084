package io.github.defenderbff.relay;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import io.github.defenderbff.signin.Claims;

/**
 * What a server wants instead of the credential it was sent (RFC 9110 section 11.6.1).
 *
 * @param scheme the scheme, in lower case
 * @param parameters its parameters by their names in lower case
 */
record AuthenticationChallenge(String scheme, Map<String, String> parameters) {

	AuthenticationChallenge {
		parameters = Map.copyOf(parameters);
	}

	/**
	 * The claims that the first challenge for claims demands, of all challenges in all
	 * {@code WWW-Authenticate} fields; empty where none does.
	 */
	static Optional<Claims> demandedClaims(Collection<String> fields) {
		return fields.stream()
			.flatMap((field) -> ChallengeReader.read(field).stream())
			.flatMap((challenge) -> challenge.claims().stream())
			.findFirst();
	}

	private Optional<Claims> claims() {
		return ("bearer".equals(this.scheme) && "insufficient_claims".equals(this.parameters.get("error")))
				? Optional.ofNullable(this.parameters.get("claims")).flatMap(Claims::decoded) : Optional.empty();
	}

}
