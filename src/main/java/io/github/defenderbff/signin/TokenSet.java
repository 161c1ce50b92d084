package io.github.defenderbff.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/**
 * The tokens of one session: the one for Defender, those for other resources, and the
 * refresh token all of them come from. Its text form shows none of them.
 *
 * @param accessToken the access token, opaque to us
 * @param obtainedAt when it came
 * @param expiresAt when it ends, from the response's {@code expires_in}
 * @param refreshToken the refresh token; null where none was issued
 * @param refreshExpiresAt when the refresh token ends; null where the provider does not
 * say
 * @param others the tokens for other resources
 */
record TokenSet(AccessToken accessToken, Instant obtainedAt, Instant expiresAt, @Nullable String refreshToken,
		@Nullable Instant refreshExpiresAt, Map<Resource, OtherToken> others) {

	/** What a session that has ended is left with. */
	static final TokenSet NONE = new TokenSet(new AccessToken(""), Instant.EPOCH, Instant.EPOCH, null, null);

	/** A token this close to its end is renewed before it is used. */
	private static final Duration MARGIN = Duration.ofSeconds(60);

	/** How long before the margin a token may be renewed while it is used. */
	private static final Duration AHEAD = Duration.ofMinutes(5);

	/** The names under which providers tell the seconds that a refresh token has left. */
	private static final String ENTRA = "refresh_token_expires_in";

	private static final String KEYCLOAK = "refresh_expires_in";

	TokenSet {
		others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
	}

	TokenSet(AccessToken accessToken, Instant obtainedAt, Instant expiresAt, @Nullable String refreshToken,
			@Nullable Instant refreshExpiresAt) {
		this(accessToken, obtainedAt, expiresAt, refreshToken, refreshExpiresAt, Map.of());
	}

	/**
	 * The tokens of a response.
	 * @param additional the response's parameters besides those of OAuth 2.0
	 * @param now when it came
	 */
	static TokenSet of(OAuth2AccessToken accessToken, @Nullable OAuth2RefreshToken refreshToken,
			Map<String, Object> additional, Instant now) {
		var expiresAt = accessToken.getExpiresAt();
		return new TokenSet(new AccessToken(accessToken.getTokenValue()), now,
				(expiresAt != null) ? expiresAt : Instant.EPOCH,
				(refreshToken != null) ? refreshToken.getTokenValue() : null, refreshExpiry(additional, now));
	}

	/** Nothing, and no time at all, means that it does not end by itself. */
	private static @Nullable Instant refreshExpiry(Map<String, Object> additional, Instant now) {
		var value = additional.getOrDefault(ENTRA, additional.get(KEYCLOAK));
		var text = Objects.toString(value, "");
		return text.matches("[1-9][0-9]{0,9}") ? now.plusSeconds(Long.parseLong(text)) : null;
	}

	/**
	 * With the tokens for other resources from before. The end of a refresh token that
	 * goes on holds until another one is told.
	 */
	TokenSet after(TokenSet before) {
		return new TokenSet(this.accessToken, this.obtainedAt, this.expiresAt, this.refreshToken,
				refreshEndAfter(before), before.others);
	}

	private @Nullable Instant refreshEndAfter(TokenSet before) {
		return (this.refreshExpiresAt == null && Objects.equals(this.refreshToken, before.refreshToken))
				? before.refreshExpiresAt : this.refreshExpiresAt;
	}

	/** With the same access token, as if it had ended. */
	TokenSet expired() {
		return new TokenSet(this.accessToken, this.obtainedAt, Instant.EPOCH, this.refreshToken, this.refreshExpiresAt,
				this.others);
	}

	/** Without any access token. */
	TokenSet withoutAccessToken() {
		return new TokenSet(NONE.accessToken, Instant.EPOCH, Instant.EPOCH, this.refreshToken, this.refreshExpiresAt);
	}

	/** The token for another resource; null for none. */
	@Nullable OtherToken other(Resource resource) {
		return this.others.get(resource);
	}

	/** With a token for another resource, and without those that have ended. */
	TokenSet with(Resource resource, OtherToken token) {
		var kept = new LinkedHashMap<>(this.others);
		kept.values().removeIf((each) -> each.hasExpired(token.obtainedAt()));
		kept.put(resource, token);
		return withOthers(kept);
	}

	/** Without that token for another resource, if it is still the one. */
	TokenSet without(Resource resource, AccessToken rejected) {
		var token = other(resource);
		if (token == null || !token.accessToken().equals(rejected)) {
			return this;
		}
		var kept = new LinkedHashMap<>(this.others);
		kept.remove(resource);
		return withOthers(kept);
	}

	private TokenSet withOthers(Map<Resource, OtherToken> newOthers) {
		return new TokenSet(this.accessToken, this.obtainedAt, this.expiresAt, this.refreshToken, this.refreshExpiresAt,
				newOthers);
	}

	/** With the refresh token that came with a token for another resource. */
	TokenSet withRefreshTokenOf(TokenSet other) {
		return new TokenSet(this.accessToken, this.obtainedAt, this.expiresAt, other.refreshToken,
				other.refreshEndAfter(this), this.others);
	}

	/** This response's access token, for another resource. */
	OtherToken asOther() {
		return new OtherToken(this.accessToken, this.obtainedAt, this.expiresAt);
	}

	boolean needsRenewal(Instant now) {
		return isNearItsEnd(this.expiresAt, now);
	}

	static boolean isNearItsEnd(Instant expiresAt, Instant now) {
		return now.plus(MARGIN).isAfter(expiresAt);
	}

	/**
	 * Whether it is time to renew it while it is still good, so that nobody has to wait.
	 * @param share how much of the time for that is used, from 0 to 1, so that many who
	 * signed in together do not renew together
	 */
	boolean mayBeRenewed(Instant now, double share) {
		var life = Duration.between(this.obtainedAt, this.expiresAt);
		var ahead = AHEAD.compareTo(life.dividedBy(4)) < 0 ? AHEAD : life.dividedBy(4);
		return now.plus(MARGIN).plusMillis((long) (ahead.toMillis() * share)).isAfter(this.expiresAt);
	}

	boolean hasExpired(Instant now) {
		return !now.isBefore(this.expiresAt);
	}

	/** Whether these came with the same response. */
	boolean isAsNewAs(TokenSet other) {
		return this.accessToken.equals(other.accessToken) && Objects.equals(this.refreshToken, other.refreshToken);
	}

	@Override
	public String toString() {
		return "TokenSet[expiresAt=" + this.expiresAt + "]";
	}

}
