package io.github.defenderbff.signin;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.defenderbff.HandMovedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** When groups are looked up, and what is known in between. */
class GroupsLookUpTests {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final Duration HOUR = Duration.ofHours(1);

	private final HandMovedClock clock = new HandMovedClock();

	private final ScriptedProvider provider = new ScriptedProvider(this.clock);

	private final AtomicInteger asked = new AtomicInteger();

	private volatile Groups answer = Groups.Unknown.overage("Graph answered 503");

	private volatile CountDownLatch pause = new CountDownLatch(0);

	private final LiveSession session = session();

	private LiveSession session() {
		var now = this.clock.instant();
		var record = TestSessions.record(now, now.plus(HOUR), "first-refresh-token");
		var overage = new SessionRecord(record.person(), record.evidence().with(new Groups.Unknown("overage")),
				record.tokens(), now, null, new StepUp.None(), true, record.origin());
		return TestSessions.live(overage, TestSessions.renewal(this.provider, this.clock), (tokens) -> {
			assertThat(tokens.accessToken(TestSessions.HUNTING).value()).startsWith("access-token-");
			this.asked.incrementAndGet();
			try {
				assertThat(this.pause.await(10, TimeUnit.SECONDS)).isTrue();
			}
			catch (InterruptedException ex) {
				throw new AssertionError(ex);
			}
			return this.answer;
		}, this.clock, (_) -> {
		});
	}

	private Groups groups() {
		return this.session.caller().evidence().groups();
	}

	private Groups.Known known(String id) {
		return new Groups.Known(Set.of(id), this.clock.instant());
	}

	@Test
	void areWaitedForOnce() {
		var found = known("a");
		this.answer = found;
		this.session.begin();
		assertThat(groups()).isEqualTo(found);
		assertThat(groups()).isEqualTo(found);
		assertThat(this.asked).hasValue(1);
	}

	@Test
	void leaveTheTokenForDefenderAlone() {
		this.answer = known("a");
		groups();
		assertThat(this.session.accessToken().value()).isEqualTo("first-access-token");
		assertThat(this.session.record().tokens().refreshToken()).isEqualTo("refresh-token-1");
		assertThat(this.provider.asked()).hasSize(1);
	}

	@Test
	void areAskedForAgainAMinuteAfterAFailure() {
		assertThat(groups()).isEqualTo(this.answer);
		this.clock.move(MINUTE.minusSeconds(1));
		groups();
		assertThat(this.asked).hasValue(1);
		this.clock.move(Duration.ofSeconds(1));
		var found = known("a");
		this.answer = found;
		assertThat(groups()).isEqualTo(found);
	}

	@Test
	void areAskedForAgainAnHourAfterASuccessWhileTheOldOnesGoOn() throws InterruptedException {
		var old = known("a");
		this.answer = old;
		assertThat(groups()).isEqualTo(old);
		this.clock.move(HOUR);
		this.answer = known("b");
		this.pause = new CountDownLatch(1);
		assertThat(groups()).isEqualTo(old);
		this.pause.countDown();
		waitUntilKnown(this.answer);
		assertThat(this.asked).hasValue(2);
	}

	@Test
	void goOnBeingKnownWithTheirAgeWhenALaterLookUpFails() throws InterruptedException {
		var old = known("a");
		this.answer = old;
		groups();
		this.answer = Groups.Unknown.overage("Graph answered 503");
		this.clock.move(HOUR);
		groups();
		this.clock.move(MINUTE);
		var renewed = known("b");
		assertThat(groups()).isEqualTo(old);
		this.answer = renewed;
		this.clock.move(MINUTE);
		groups();
		waitUntilKnown(renewed);
	}

	private void waitUntilKnown(Groups expected) throws InterruptedException {
		for (var attempt = 0; attempt < 100 && !groups().equals(expected); attempt++) {
			Thread.sleep(20);
		}
		assertThat(groups()).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "invalid_grant", "interaction_required", "invalid_client", "invalid_scope" })
	void areUnknownWithoutATokenAndTheSessionLives(String error) {
		this.provider.refuse(error);
		assertThat(groups()).isInstanceOfSatisfying(Groups.Unknown.class,
				(unknown) -> assertThat(unknown.why()).contains("the identity provider gave no token for Graph"));
		assertThat(this.session.usable(Duration.ofHours(8))).isTrue();
		assertThat(this.session.accessToken().value()).isEqualTo("first-access-token");
		assertThat(this.asked).hasValue(0);
	}

	@Test
	void areNothingToASessionThatHasEnded() {
		this.session.end();
		this.answer = known("a");
		groups();
		assertThat(this.asked).hasValue(0);
		assertThat(this.session.record().tokens()).isEqualTo(TokenSet.NONE);
	}

	@Test
	void bringNoTokensBackToASessionThatEndsMeanwhile() throws InterruptedException {
		this.answer = known("a");
		this.pause = new CountDownLatch(1);
		this.session.begin();
		for (var attempt = 0; attempt < 100 && this.asked.get() == 0; attempt++) {
			Thread.sleep(20);
		}
		this.session.end();
		this.pause.countDown();
		groups();
		assertThat(this.session.record().tokens()).isEqualTo(TokenSet.NONE);
	}

}
