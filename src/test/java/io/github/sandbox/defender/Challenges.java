package io.github.sandbox.defender;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Whose tokens are not enough although they are valid, and the claims challenge they get.
 */
final class Challenges {

	private static final String CONTEXT = "c1";

	private static final String CLAIMS = Base64.getEncoder()
		.encodeToString("{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"%s\"}}}".formatted(CONTEXT)
			.getBytes(StandardCharsets.UTF_8));

	/** Another scheme, which clients have to pass over. */
	private static final String NOISE = "Basic realm=\"x\"";

	private final Set<String> demanded = ConcurrentHashMap.newKeySet();

	private final Set<String> neverContent = ConcurrentHashMap.newKeySet();

	private volatile @Nullable String claims;

	void demand(String objectId) {
		this.demanded.add(objectId);
	}

	void neverContent(String objectId) {
		this.neverContent.add(objectId);
	}

	void claims(@Nullable String claims) {
		this.claims = claims;
	}

	void clear() {
		this.demanded.clear();
		this.neverContent.clear();
		this.claims = null;
	}

	/** The answer to somebody whose token does not suffice. */
	Optional<Reply> of(Caller caller) {
		boolean wanting = this.demanded.contains(caller.objectId()) && !caller.grant().contexts().contains(CONTEXT);
		return (wanting || this.neverContent.contains(caller.objectId())) ? Optional.of(reply()) : Optional.empty();
	}

	private Reply reply() {
		@Nullable String raw = this.claims;
		String challenge = "Bearer realm=\"\", authorization_uri=\"https://login.example/oauth2/authorize\", "
				+ "error=\"insufficient_claims\", claims=\"%s\"".formatted((raw != null) ? raw : CLAIMS);
		return Reply.of(401, ErrorEnvelope.of("Unauthorized", "Continuous access evaluation resulted in a challenge."))
			.with("WWW-Authenticate", List.of(NOISE, challenge));
	}

}
