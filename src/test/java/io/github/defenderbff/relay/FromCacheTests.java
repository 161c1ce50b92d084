package io.github.defenderbff.relay;

import io.github.defenderbff.responsecache.ResponseCache;
import io.github.defenderbff.responsecache.TestCaches;
import io.github.defenderbff.signin.AccessToken;
import io.github.defenderbff.signin.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.defenderbff.relay.TestCalls.GET;
import static io.github.defenderbff.relay.TestCalls.ISOLATE;
import static io.github.defenderbff.relay.TestCalls.SECRET;
import static io.github.defenderbff.relay.TestCalls.answered;
import static io.github.defenderbff.relay.TestCalls.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is answered without asking. */
class FromCacheTests {

	private static final String OTHER_MACHINE = "2e5bc9d7e413ddd7902c2932e418702b84d0cc07";

	private final Upstream next = new Upstream();

	private final ResponseCache cache = TestCaches.empty();

	private final FromCache fromCache = new FromCache(this.cache, new Keep(this.cache, this.next));

	@Test
	void asksOnceAndAnswersTheSameAgain() {
		this.next.answers((_) -> answered(200, "{\"id\":1}"));
		var first = this.fromCache.answer(call(GET));
		var second = this.fromCache.answer(call(GET));
		assertThat(this.next.calls).hasSize(1);
		assertThat(second.held()).isEqualTo(first.held());
		assertThat(second.receivedAt()).isEqualTo(first.receivedAt());
		assertThat(second.etag()).isNotNull().isEqualTo(first.etag());
		assertThat(second.cacheStatus()).isEqualTo(CacheStatus.HIT);
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
		assertThat(late.cacheStatus()).isEqualTo(CacheStatus.HIT);
		assertThat(this.next.calls).hasSize(1);
	}

	@Test
	void forgetsWhatAChangeTouchedForEverybody() {
		this.fromCache.answer(call(GET, "ada"));
		this.fromCache.answer(call(GET, "bob"));
		this.fromCache.answer(call(GET, "bob", OTHER_MACHINE));
		this.fromCache.answer(call(ISOLATE, "ada"));
		assertThat(this.cache.find(FromCache.key(call(GET, "ada")))).isNull();
		assertThat(this.cache.find(FromCache.key(call(GET, "bob")))).isNull();
		assertThat(this.cache.find(FromCache.key(call(GET, "bob", OTHER_MACHINE)))).isNotNull();
	}

	@Test
	void forgetsEvenWhenTheChangeFails() {
		this.fromCache.answer(call(GET));
		this.next.fails(new IllegalStateException("no answer in time"));
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.fromCache.answer(call(ISOLATE)));
		assertThat(this.cache.find(FromCache.key(call(GET)))).isNull();
	}

	@Test
	void doesNotKeepAnAnswerThatAChangeOvertook() {
		this.next.answers((_) -> {
			this.next.answers((_) -> answered(201, "{}"));
			this.fromCache.answer(call(ISOLATE, "bob"));
			return answered(200, "{}");
		});
		this.fromCache.answer(call(GET));
		assertThat(this.cache.find(FromCache.key(call(GET)))).isNull();
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
