package io.github.defenderbff.signin;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a session as they are written down.
 *
 * @param refresh the refresh token
 * @param refreshExpiresAt when it ends
 * @param access the access tokens, one for each resource, Defender's first; a release
 * that knows no other passes those by
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TokensDocument(@Nullable String refresh, @Nullable Instant refreshExpiresAt, List<AccessDocument> access) {

	static TokensDocument of(TokenSet tokens) {
		var access = Stream.concat(Stream.of(AccessDocument.ofDefender(tokens)),
				tokens.others().entrySet().stream().map(AccessDocument::of));
		return new TokensDocument(tokens.refreshToken(), tokens.refreshExpiresAt(), access.toList());
	}

	TokenSet read() {
		var defender = this.access.stream().filter(AccessDocument::isDefenders).findFirst().orElseThrow();
		var others = new LinkedHashMap<Resource, OtherToken>();
		this.access.forEach((token) -> token.addTo(others));
		return new TokenSet(new AccessToken(defender.value()), defender.obtainedAt(), defender.expiresAt(),
				this.refresh, this.refreshExpiresAt, others);
	}

	/**
	 * An access token.
	 *
	 * @param resource what it is for
	 * @param scopes the scopes it was asked for with; null for Defender
	 * @param value the token
	 * @param obtainedAt when it came
	 * @param expiresAt when it ends
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record AccessDocument(String resource, @Nullable Set<String> scopes, String value, Instant obtainedAt,
			Instant expiresAt) {

		private static final String DEFENDER = "defender";

		private static AccessDocument ofDefender(TokenSet tokens) {
			return new AccessDocument(DEFENDER, null, tokens.accessToken().value(), tokens.obtainedAt(),
					tokens.expiresAt());
		}

		private static AccessDocument of(Map.Entry<Resource, OtherToken> other) {
			var token = other.getValue();
			return new AccessDocument(other.getKey().name(), other.getKey().scopes(), token.accessToken().value(),
					token.obtainedAt(), token.expiresAt());
		}

		private boolean isDefenders() {
			return this.scopes == null && this.resource.equals(DEFENDER);
		}

		/** One of which it is not known what it is for is asked for anew. */
		private void addTo(Map<Resource, OtherToken> others) {
			if (this.scopes != null && !this.scopes.isEmpty()) {
				others.put(new Resource(this.resource, this.scopes),
						new OtherToken(new AccessToken(this.value), this.obtainedAt, this.expiresAt));
			}
		}

	}

}
