package io.github.defenderbff.relay;

import java.net.ConnectException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.policy.Reason;
import io.github.defenderbff.policy.TestPolicies;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.responsecache.Change;
import io.github.defenderbff.responsecache.Lifetime;
import io.github.defenderbff.responsecache.ResponseCache;
import io.github.defenderbff.responsecache.StoredAnswer;
import io.github.defenderbff.responsecache.TestCaches;
import io.github.defenderbff.signin.AccessToken;
import io.github.defenderbff.signin.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.defenderbff.relay.TestCalls.GET;
import static io.github.defenderbff.relay.TestCalls.ISOLATE;
import static io.github.defenderbff.relay.TestCalls.SECRET;
import static io.github.defenderbff.relay.TestCalls.call;
import static io.github.defenderbff.relay.TestCalls.key;
import static io.github.defenderbff.relay.TestCalls.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is answered without asking. */
class FromCacheTests {

	private static final Terms ANEW = new Terms(true, false, true);

	private static final String OTHER_MACHINE = "2e5bc9d7e413ddd7902c2932e418702b84d0cc07";

	private final Upstream next = new Upstream();

	private final HandMovedClock clock = new HandMovedClock();

	private final ResponseCache cache = TestCaches.empty(this.clock);

	private final Stage path = new Outdate(this.cache, new Keep(this.cache, this.next));

	private final FromCache fromCache = new FromCache(this.cache,
			new Partitions(TestPolicies.withoutRoles(), this.cache), new Refresh(this.path), new CacheResults(),
			this.clock, this.path);

	private Payload<?> answered(int status, String json) {
		return TestCalls.answered(status, json, this.clock.instant());
	}

	@BeforeEach
	void answer() {
		this.next.answers((_) -> answered(200, "{}"));
	}

	@Test
	void asksOnceAndAnswersTheSameAgain() {
		this.next.answers((_) -> answered(200, "{\"id\":1}"));
		var first = this.fromCache.answer(call(GET));
		var second = this.fromCache.answer(call(GET));
		assertThat(this.next.calls).hasSize(1);
		assertThat(second.held()).isEqualTo(first.held());
		assertThat(second.receivedAt()).isEqualTo(first.receivedAt());
		assertThat(second.etag()).isNotNull().isEqualTo(first.etag());
		assertThat(second.cacheStatus().header()).isEqualTo("defender-bff; hit; ttl=30");
	}

	@Test
	void keepsPeopleApart() {
		this.next.answers((call) -> answered(200, "\"" + call.caller().subject().id() + "\""));
		this.fromCache.answer(call(GET, "ada"));
		assertThat(this.fromCache.answer(call(GET, "bob")).held()).asString().isEqualTo("\"bob\"");
		assertThat(this.fromCache.answer(call(GET, "ada")).held()).asString().isEqualTo("\"ada\"");
		assertThat(this.next.calls).hasSize(2);
	}

	@Test
	void keepsParametersApart() {
		this.fromCache.answer(call(GET, "ada", "one"));
		this.fromCache.answer(call(GET, "ada", "two"));
		assertThat(this.next.calls).hasSize(2);
	}

	@Test
	void givesNothingToASessionThatAwaitsAStepUp() {
		this.fromCache.answer(call(GET));
		var blocked = new Blocked();
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.fromCache.answer(TestCalls.call(GET, blocked)))
			.withMessage("step up");
		assertThat(this.next.calls).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 201, 202, 204 })
	void storesNothingButTheWholeAnswer(int status) {
		this.next.answers((_) -> answered(status, "{}"));
		assertThat(this.fromCache.answer(call(GET)).etag()).isNull();
		this.fromCache.answer(call(GET));
		assertThat(this.next.calls).hasSize(2);
	}

	@Test
	void storesNoFailure() {
		this.next.fails(new IllegalStateException("upstream"));
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.fromCache.answer(call(GET)));
		this.next.answers((_) -> answered(200, "{}"));
		assertThat(this.fromCache.answer(call(GET)).status()).isEqualTo(200);
		assertThat(this.next.calls).hasSize(2);
	}

	@Test
	void neverStoresASecret() {
		this.fromCache.answer(call(SECRET));
		assertThat(this.fromCache.answer(call(SECRET)).etag()).isNull();
		assertThat(this.next.calls).hasSize(2);
	}

	@Test
	void findsWhatWasStoredAfterTheCacheWasMissed() {
		this.fromCache.answer(call(GET));
		var late = new Keep(this.cache, this.next).answer(call(GET));
		assertThat(late.cacheStatus()).isEqualTo(CacheStatus.COLLAPSED);
		assertThat(this.next.calls).hasSize(1);
	}

	@Test
	void forgetsWhatAChangeTouchedForEverybody() {
		this.fromCache.answer(call(GET, "ada"));
		this.fromCache.answer(call(GET, "bob"));
		this.fromCache.answer(call(GET, "bob", OTHER_MACHINE));
		this.fromCache.answer(call(ISOLATE, "ada"));
		assertThat(this.cache.find(key(call(GET, "ada")))).isNull();
		assertThat(this.cache.find(key(call(GET, "bob")))).isNull();
		assertThat(this.cache.find(key(call(GET, "bob", OTHER_MACHINE)))).isNotNull();
	}

	@Test
	void forgetsEvenWhenTheChangeFails() {
		this.fromCache.answer(call(GET));
		this.next.fails(new IllegalStateException("no answer in time"));
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.fromCache.answer(call(ISOLATE)));
		assertThat(this.cache.find(key(call(GET)))).isNull();
	}

	@Test
	void doesNotKeepAnAnswerThatAChangeOvertook() {
		this.next.answers((_) -> {
			this.next.answers((_) -> answered(201, "{}"));
			this.fromCache.answer(call(ISOLATE, "bob"));
			return answered(200, "{}");
		});
		this.fromCache.answer(call(GET));
		assertThat(this.cache.find(key(call(GET)))).isNull();
	}

	@Test
	void servesAnOlderAnswerWhileANewerOneIsFetchedOnce() throws InterruptedException {
		this.fromCache.answer(call(GET));
		this.clock.move(Duration.ofSeconds(35));
		var release = new CountDownLatch(1);
		this.next.answers((_) -> {
			await(release);
			return answered(200, "{\"new\":1}");
		});
		for (var number = 0; number < 5; number++) {
			var older = this.fromCache.answer(call(GET));
			assertThat(older.held()).asString().isEqualTo("{}");
			assertThat(older.cacheStatus().header()).isEqualTo("defender-bff; hit; ttl=-5");
		}
		release.countDown();
		while (this.cache.findFresh(key(call(GET))) == null) {
			Thread.onSpinWait();
		}
		assertThat(this.fromCache.answer(call(GET)).held()).asString().isEqualTo("{\"new\":1}");
		assertThat(this.next.calls).hasSize(2);
		assertThat(this.next.calls.getLast().terms().patient()).isFalse();
	}

	@Test
	void asksAgainAfterThat() {
		this.fromCache.answer(call(GET));
		this.clock.move(Duration.ofSeconds(50));
		var newer = this.fromCache.answer(call(GET));
		assertThat(newer.cacheStatus().header()).isEqualTo("defender-bff; fwd=stale; stored");
	}

	@Test
	void servesAnOlderAnswerIfDefenderFails() {
		this.fromCache.answer(call(GET));
		this.clock.move(Duration.ofSeconds(60));
		this.next.fails(UpstreamFailure.noAnswer(new ConnectException("refused")));
		var older = this.fromCache.answer(call(GET));
		assertThat(older.held()).asString().isEqualTo("{}");
		assertThat(older.cacheStatus().header()).isEqualTo("defender-bff; hit; ttl=-30; detail=upstream-unreachable");
		this.clock.move(Duration.ofMinutes(5));
		assertThatExceptionOfType(UpstreamFailure.class).isThrownBy(() -> this.fromCache.answer(call(GET)));
	}

	@Test
	void doesNotServeAnOlderAnswerIfDefenderRefuses() {
		this.fromCache.answer(call(GET));
		this.clock.move(Duration.ofSeconds(60));
		this.next.fails(new RefusedByDefender(new Reason.RefusedUpstream("Forbidden", this.clock.instant())));
		assertThatExceptionOfType(RefusedByDefender.class).isThrownBy(() -> this.fromCache.answer(call(GET)));
		this.next.fails(UpstreamFailure.noAnswer(new ConnectException("refused")));
		assertThatExceptionOfType(UpstreamFailure.class).isThrownBy(() -> this.fromCache.answer(call(GET)));
	}

	@Test
	void doesNotServeAnOlderAnswerThatAChangeOvertook() {
		this.fromCache.answer(call(GET));
		this.clock.move(Duration.ofSeconds(60));
		this.next.answers((_) -> {
			this.cache.forget(new Change.InDefender(Set.of("machines"), null));
			throw UpstreamFailure.noAnswer(new ConnectException("refused"));
		});
		assertThatExceptionOfType(UpstreamFailure.class).isThrownBy(() -> this.fromCache.answer(call(GET)));
	}

	@Test
	void aChangeRestsOnNothingThatIsNotFresh() {
		this.fromCache.answer(call(GET));
		this.clock.move(Duration.ofSeconds(35));
		this.next.fails(UpstreamFailure.noAnswer(new ConnectException("refused")));
		var evidence = on(new Terms(false, true, true), call(GET));
		assertThatExceptionOfType(UpstreamFailure.class).isThrownBy(() -> this.fromCache.answer(evidence));
	}

	@Test
	void aChangeRestsOnNothingOldWhateverAnOperatorCallsFresh() {
		var read = call(GET);
		var hour = StoredAnswer.of(new byte[0], this.clock.instant(), Lifetime.of(Duration.ofHours(1)), read.tags());
		this.cache.store(key(read), hour, this.cache.mark());
		var evidence = on(new Terms(false, true, true), read);
		this.fromCache.answer(evidence);
		assertThat(this.next.calls).isEmpty();
		this.clock.move(Duration.ofSeconds(30));
		this.fromCache.answer(read);
		assertThat(this.next.calls).isEmpty();
		this.fromCache.answer(evidence);
		assertThat(this.next.calls).hasSize(1);
	}

	@Test
	void asksAnewWhereTheFrontendWishesIt() {
		this.fromCache.answer(call(GET));
		var anew = this.fromCache.answer(on(ANEW, call(GET)));
		assertThat(anew.cacheStatus().header()).isEqualTo("defender-bff; fwd=request; stored");
		assertThat(this.next.calls).hasSize(2);
		this.next.fails(new Throttled(Duration.ofSeconds(9), UpstreamError.NONE));
		var known = this.fromCache.answer(on(ANEW, call(GET)));
		assertThat(known.cacheStatus().header()).isEqualTo("defender-bff; hit; ttl=30; detail=quota-exhausted");
	}

	@Test
	void doesNotAskAgainAtOnceForWhatIsNotThere() {
		this.next.fails(new UpstreamFailure(ProblemType.NOT_FOUND, "no such machine", null));
		assertThatExceptionOfType(UpstreamFailure.class).isThrownBy(() -> this.fromCache.answer(call(GET)));
		assertThatExceptionOfType(UpstreamFailure.class).isThrownBy(() -> this.fromCache.answer(call(GET)));
		assertThat(this.next.calls).hasSize(1);
		this.clock.move(Duration.ofSeconds(2));
		answer();
		assertThat(this.fromCache.answer(call(GET)).status()).isEqualTo(200);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Tokens that are not to be had without the person. */
	private static final class Blocked implements Tokens {

		@Override
		public AccessToken accessToken() {
			throw new AssertionError("nobody asks for a token here");
		}

		@Override
		public void requireNoStepUp() {
			throw new IllegalStateException("step up");
		}

	}

}
