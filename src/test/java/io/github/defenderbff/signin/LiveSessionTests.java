package io.github.defenderbff.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.defenderbff.HandMovedClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How long a session's token lives on. */
class LiveSessionTests {

	private static final Duration HOUR = Duration.ofHours(1);

	private final HandMovedClock clock = new HandMovedClock();

	private final Provider provider = new Provider();

	private final LiveSession session = session("first-refresh-token");

	private LiveSession session(@Nullable String refreshToken) {
		var now = this.clock.instant();
		return new LiveSession(TestSessions.record(now, now.plus(HOUR), refreshToken),
				TestSessions.renewal(this.provider, this.clock), this.clock);
	}

	@Test
	void usesATokenThatIsStillGood() {
		this.clock.move(HOUR.minusSeconds(60));
		assertThat(this.session.accessToken().value()).isEqualTo("first-access-token");
		assertThat(this.provider.asked).hasValue(0);
	}

	@Test
	void renewsATokenThatIsNearItsEnd() {
		this.clock.move(HOUR.minusSeconds(59));
		assertThat(this.session.accessToken().value()).isEqualTo("access-token-1");
		assertThat(this.session.accessToken().value()).isEqualTo("access-token-1");
		assertThat(this.provider.asked).hasValue(1);
		assertThat(this.session.record().tokens().refreshToken()).isEqualTo("refresh-token-1");
	}

	@Test
	void renewsOnceForManyCalls() throws Exception {
		this.clock.move(HOUR);
		var together = new CountDownLatch(50);
		Callable<String> call = () -> {
			together.countDown();
			together.await();
			return this.session.accessToken().value();
		};
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var calls = new ArrayList<Future<String>>();
			for (var number = 0; number < 50; number++) {
				calls.add(threads.submit(call));
			}
			for (var each : calls) {
				assertThat(each.get()).isEqualTo("access-token-1");
			}
		}
		assertThat(this.provider.asked).hasValue(1);
	}

	@Test
	void takesTheGrantThatTheRenewalStates() {
		this.provider.scope = "Machine.Read Machine.Isolate";
		this.clock.move(HOUR);
		this.session.accessToken();
		assertThat(this.session.caller().evidence().grant().covers(Scope.MACHINE_ISOLATE)).isTrue();
	}

	@Test
	void keepsTheGrantThatTheRenewalDoesNotState() {
		this.provider.scope = null;
		this.clock.move(HOUR);
		this.session.accessToken();
		assertThat(this.session.caller().evidence().grant().covers(Scope.MACHINE_READ)).isTrue();
	}

	@Test
	void goesOnWithATokenNearItsEndWhileTheProviderIsAway() {
		this.provider.error = "temporarily_unavailable";
		this.clock.move(HOUR.minusSeconds(1));
		assertThat(this.session.accessToken().value()).isEqualTo("first-access-token");
		this.clock.move(Duration.ofSeconds(1));
		assertThatExceptionOfType(IdentityProviderUnreachable.class).isThrownBy(this.session::accessToken);
		this.provider.error = null;
		assertThat(this.session.accessToken().value()).startsWith("access-token-");
	}

	@Test
	void goesOnWhileTheProvidersMetadataCannotBeHad() {
		var now = this.clock.instant();
		var away = new SupplierClientRegistrationRepository(() -> {
			throw new IllegalArgumentException("Unable to resolve Configuration with the provided Issuer");
		});
		var renewal = new TokenRenewal(away, this.provider, TestSessions.properties("https://bff.example.com"),
				this.clock);
		var session = new LiveSession(TestSessions.record(now, now.plusSeconds(1), "first-refresh-token"), renewal,
				this.clock);
		assertThat(session.accessToken().value()).isEqualTo("first-access-token");
		this.clock.move(HOUR);
		assertThatExceptionOfType(IdentityProviderUnreachable.class).isThrownBy(session::accessToken);
	}

	@ParameterizedTest
	@ValueSource(strings = { "invalid_grant", "interaction_required", "consent_required", "login_required" })
	void endsForGoodWhenTheProviderRefuses(String error) {
		this.provider.error = error;
		this.clock.move(HOUR.minusSeconds(1));
		assertThatExceptionOfType(SessionEnded.class).isThrownBy(this.session::accessToken);
		this.provider.error = null;
		assertThatExceptionOfType(SessionEnded.class).isThrownBy(this.session::accessToken);
		assertThat(this.provider.asked).hasValue(1);
		assertThat(this.session.usable(Duration.ofHours(8))).isFalse();
	}

	@Test
	void endsWithItsTokenWhenThereIsNothingToRenewItWith() {
		var session = session(null);
		assertThat(session.accessToken().value()).isEqualTo("first-access-token");
		this.clock.move(HOUR);
		assertThatExceptionOfType(SessionEnded.class).isThrownBy(session::accessToken);
		assertThat(this.provider.asked).hasValue(0);
	}

	@Test
	void lastsNoLongerThanItsAbsoluteTimeout() {
		this.clock.move(Duration.ofHours(8).minusSeconds(1));
		assertThat(this.session.usable(Duration.ofHours(8))).isTrue();
		this.clock.move(Duration.ofSeconds(1));
		assertThat(this.session.usable(Duration.ofHours(8))).isFalse();
	}

	@Test
	void givesNoTokenAfterItsEnd() {
		this.session.end();
		assertThatExceptionOfType(SessionEnded.class).isThrownBy(this.session::accessToken);
		assertThat(this.session.usable(Duration.ofHours(8))).isFalse();
	}

	/** A token endpoint that answers as it is told to. */
	private final class Provider implements OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> {

		private final AtomicInteger asked = new AtomicInteger();

		private volatile @Nullable String error;

		private volatile @Nullable String scope = "Machine.Read";

		@Override
		public OAuth2AccessTokenResponse getTokenResponse(OAuth2RefreshTokenGrantRequest request) {
			var number = this.asked.incrementAndGet();
			var refusal = this.error;
			if (refusal != null) {
				throw new OAuth2AuthorizationException(new OAuth2Error(refusal));
			}
			var stated = this.scope;
			var additional = new HashMap<String, Object>();
			if (stated != null) {
				additional.putAll(Map.of("scope_as_sent", stated));
			}
			return OAuth2AccessTokenResponse.withToken("access-token-" + number)
				.tokenType(OAuth2AccessToken.TokenType.BEARER)
				.expiresIn(Duration.between(Instant.now(), clock.instant()).plusHours(2).toSeconds())
				.refreshToken("refresh-token-" + number)
				.additionalParameters(additional)
				.build();
		}

	}

}
