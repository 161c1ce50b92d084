package io.github.defenderbff.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

/** A token endpoint that answers as it is told to, and remembers what it was asked. */
final class ScriptedProvider implements OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> {

	private final List<RenewalRequest> asked = new CopyOnWriteArrayList<>();

	private final Clock clock;

	private volatile Map<String, Object> refusal = Map.of();

	private volatile @Nullable String scope = "Machine.Read";

	private volatile Runnable pause = () -> {
	};

	ScriptedProvider(Clock clock) {
		this.clock = clock;
	}

	/** Refuses with this code from now on; null grants again. */
	void refuse(@Nullable String code) {
		refuse((code != null) ? Map.of("error", code) : Map.of());
	}

	/** Refuses with these members of the answer. */
	void refuse(Map<String, Object> members) {
		this.refusal = members;
	}

	/** States this scope; null states none. */
	void state(@Nullable String newScope) {
		this.scope = newScope;
	}

	/** Does this before each answer. */
	void pause(Runnable newPause) {
		this.pause = newPause;
	}

	List<RenewalRequest> asked() {
		return List.copyOf(this.asked);
	}

	@Override
	public OAuth2AccessTokenResponse getTokenResponse(OAuth2RefreshTokenGrantRequest request) {
		this.asked.add((RenewalRequest) request);
		var number = this.asked.size();
		this.pause.run();
		if (!this.refusal.isEmpty()) {
			throw new OAuth2AuthorizationException(TokenError.of(this.refusal));
		}
		var stated = this.scope;
		var additional = new HashMap<String, Object>();
		if (stated != null) {
			additional.put("scope_as_sent", stated);
		}
		return OAuth2AccessTokenResponse.withToken("access-token-" + number)
			.tokenType(OAuth2AccessToken.TokenType.BEARER)
			.expiresIn(Duration.between(Instant.now(), this.clock.instant()).plusHours(2).toSeconds())
			.refreshToken("refresh-token-" + number)
			.additionalParameters(additional)
			.build();
	}

}
