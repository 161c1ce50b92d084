package io.github.defenderbff.signin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.defenderbff.HandMovedClock;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/** How long a session's token lives on. */
class LiveSessionTests {

	private static final Duration HOUR = Duration.ofHours(1);

	private final HandMovedClock clock = new HandMovedClock();

	private final ScriptedProvider provider = new ScriptedProvider(this.clock);

	private final List<Object> events = new CopyOnWriteArrayList<>();

	private final LiveSession session = session("first-refresh-token");

	private LiveSession session(@Nullable String refreshToken) {
		var now = this.clock.instant();
		return TestSessions.live(TestSessions.record(now, now.plus(HOUR), refreshToken),
				TestSessions.renewal(this.provider, this.clock), this.clock, this.events::add);
	}

	@Test
	void usesATokenThatIsStillGood() {
		this.clock.move(HOUR.minusMinutes(6));
		assertThat(this.session.accessToken().value()).isEqualTo("first-access-token");
		assertThat(this.provider.asked()).isEmpty();
	}

	@Test
	void renewsAheadWhileNobodyWaits() {
		this.clock.move(HOUR.minusSeconds(60));
		var answer = new CountDownLatch(1);
		this.provider.pause(() -> await(answer));
		assertThat(this.session.accessToken().value()).isEqualTo("first-access-token");
		assertThat(this.session.accessToken().value()).isEqualTo("first-access-token");
		answer.countDown();
		Awaitility.await().until(() -> this.session.accessToken().value().equals("access-token-1"));
		assertThat(this.provider.asked()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "interaction_required", "temporarily_unavailable", "invalid_client" })
	void leavesATokenThatIsStillGoodToThoseWhoUseItWhateverTheProviderSaysAhead(String error) {
		this.clock.move(HOUR.minusSeconds(60));
		this.provider.refuse(error);
		this.session.accessToken();
		Awaitility.await().until(() -> !this.provider.asked().isEmpty());
		assertThat(this.session.accessToken().value()).isEqualTo("first-access-token");
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	@Test
	void renewsATokenThatIsNearItsEnd() {
		this.clock.move(HOUR.minusSeconds(59));
		assertThat(this.session.accessToken().value()).isEqualTo("access-token-1");
		assertThat(this.session.accessToken().value()).isEqualTo("access-token-1");
		assertThat(this.provider.asked()).hasSize(1);
		assertThat(this.session.record().tokens().refreshToken()).isEqualTo("refresh-token-1");
	}

	@Test
	void renewsOnceForManyCalls() throws Exception {
		this.clock.move(HOUR);
		assertThat(together(() -> this.session.accessToken().value())).hasSize(50).containsOnly("access-token-1");
		assertThat(this.provider.asked()).hasSize(1);
	}

	private static <T> List<T> together(Callable<T> call) throws Exception {
		var all = new CountDownLatch(50);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Callable<T> inTime = () -> {
				all.countDown();
				all.await();
				return call.call();
			};
			var calls = threads.invokeAll(Collections.nCopies(50, inTime));
			var results = new ArrayList<T>();
			for (var each : calls) {
				results.add(each.get());
			}
			return results;
		}
	}

	@Test
	void takesTheGrantThatTheRenewalStates() {
		this.provider.state("Machine.Read Machine.Isolate");
		this.clock.move(HOUR);
		this.session.accessToken();
		assertThat(this.session.caller().evidence().grant().covers(Scope.MACHINE_ISOLATE)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Machine.Read Machine.Isolate", "Alert.Read", "" })
	void saysThatAnotherGrantCame(String scope) {
		this.provider.state(scope);
		this.clock.move(HOUR);
		this.session.accessToken();
		assertThat(this.events).containsExactly(new SessionChanged(TestSessions.ADA));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Machine.Read", "machine.read openid" })
	@NullSource
	void saysNothingWhereTheSameGrantCame(@Nullable String scope) {
		this.provider.state(scope);
		this.clock.move(HOUR);
		this.session.accessToken();
		assertThat(this.session.record().tokens().refreshToken()).isEqualTo("refresh-token-1");
		assertThat(this.events).isEmpty();
	}

	@Test
	void keepsTheGrantThatTheRenewalDoesNotState() {
		this.provider.state(null);
		this.clock.move(HOUR);
		this.session.accessToken();
		assertThat(this.session.caller().evidence().grant().covers(Scope.MACHINE_READ)).isTrue();
	}

	@Test
	void goesOnWithATokenNearItsEndWhileTheProviderIsAway() {
		this.provider.refuse("temporarily_unavailable");
		this.clock.move(HOUR.minusSeconds(1));
		assertThat(this.session.accessToken().value()).isEqualTo("first-access-token");
		this.clock.move(Duration.ofSeconds(1));
		assertThatExceptionOfType(IdentityProviderUnreachable.class).isThrownBy(this.session::accessToken);
		this.provider.refuse((String) null);
		assertThat(this.session.accessToken().value()).startsWith("access-token-");
	}

	@Test
	void goesOnWhileTheProvidersMetadataCannotBeHad() {
		var now = this.clock.instant();
		var away = new SupplierClientRegistrationRepository(() -> {
			throw new IdentityProviderUnreachable(new IllegalStateException("away"));
		});
		var renewal = TestSessions.renewal(away, this.provider, this.clock);
		var session = TestSessions.live(TestSessions.record(now, now.plusSeconds(1), "first-refresh-token"), renewal,
				this.clock, (_) -> {
				});
		assertThat(session.accessToken().value()).isEqualTo("first-access-token");
		this.clock.move(HOUR);
		assertThatExceptionOfType(IdentityProviderUnreachable.class).isThrownBy(session::accessToken);
	}

	@Test
	void endsForGoodWhenTheProviderRefuses() {
		this.provider.refuse("invalid_grant");
		this.clock.move(HOUR.minusSeconds(1));
		assertThatExceptionOfType(SessionEnded.class).isThrownBy(this.session::accessToken);
		this.provider.refuse((String) null);
		assertThatExceptionOfType(SessionEnded.class).isThrownBy(this.session::accessToken);
		assertThat(this.provider.asked()).hasSize(1);
		assertThat(this.session.usable(Duration.ofHours(8))).isFalse();
	}

	@Test
	void endsWithItsConsent() {
		this.provider.refuse(Map.of("error", "invalid_grant", "suberror", "consent_required"));
		this.clock.move(HOUR);
		assertThatExceptionOfType(SessionEnded.class).isThrownBy(this.session::accessToken)
			.satisfies((ended) -> assertThat(ended.getBody().getDetail()).contains("consent"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "invalid_client", "unauthorized_client" })
	void saysThatTheServicesOwnCredentialIsRefused(String error) {
		this.provider.refuse(error);
		this.clock.move(HOUR.minusSeconds(1));
		assertThat(this.session.accessToken().value()).as("still good").isEqualTo("first-access-token");
		this.clock.move(HOUR);
		assertThatExceptionOfType(ClientCredentialRejected.class).isThrownBy(this.session::accessToken);
		this.provider.refuse((String) null);
		assertThat(this.session.accessToken().value()).isEqualTo("access-token-3");
	}

	@Test
	void sharesAFailureWithThoseWhoWaitedForIt() throws Exception {
		this.clock.move(HOUR);
		this.provider.refuse("temporarily_unavailable");
		this.provider.pause(() -> LockSupport.parkNanos(Duration.ofMillis(300).toNanos()));
		assertThat(together(() -> catchThrowable(this.session::accessToken)))
			.allSatisfy((failure) -> assertThat(failure).isInstanceOf(IdentityProviderUnreachable.class));
		assertThat(this.provider.asked()).hasSizeLessThan(5);
		assertThatExceptionOfType(IdentityProviderUnreachable.class).isThrownBy(this.session::accessToken);
		assertThat(this.provider.asked()).as("who comes later asks anew").hasSizeGreaterThan(1);
	}

	@Test
	void endsWithItsTokenWhenThereIsNothingToRenewItWith() {
		var session = session(null);
		assertThat(session.accessToken().value()).isEqualTo("first-access-token");
		this.clock.move(HOUR);
		assertThatExceptionOfType(SessionEnded.class).isThrownBy(session::accessToken);
		assertThat(this.provider.asked()).isEmpty();
	}

	@Test
	void whoWaitedWhileTheProviderHungDoesNotAskAgainForATokenThatIsGood() throws Exception {
		this.clock.move(HOUR.minusSeconds(1));
		this.provider.refuse("temporarily_unavailable");
		this.provider.pause(() -> LockSupport.parkNanos(Duration.ofMillis(300).toNanos()));
		assertThat(together(() -> this.session.accessToken().value())).containsOnly("first-access-token");
		assertThat(this.provider.asked()).hasSizeLessThan(5);
	}

	@Test
	void endOfTheRefreshTokenHoldsWhileThatIsNotReplaced() {
		var now = this.clock.instant();
		var before = new TokenSet(new AccessToken("a"), now, now, "refresh", now.plusSeconds(60));
		var same = new TokenSet(new AccessToken("b"), now, now, "refresh", null);
		var other = new TokenSet(new AccessToken("b"), now, now, "another", null);
		assertThat(same.after(before).refreshExpiresAt()).isEqualTo(now.plusSeconds(60));
		assertThat(other.after(before).refreshExpiresAt()).isNull();
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

}
