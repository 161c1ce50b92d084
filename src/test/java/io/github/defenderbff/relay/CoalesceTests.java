package io.github.defenderbff.relay;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.defenderbff.policy.Reason;
import io.github.defenderbff.relay.CacheStatus.Cause;
import io.github.defenderbff.responsecache.Change;
import io.github.defenderbff.responsecache.ResponseCache;
import io.github.defenderbff.responsecache.TestCaches;
import io.github.defenderbff.signin.SessionEnded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static io.github.defenderbff.relay.TestCalls.GET;
import static io.github.defenderbff.relay.TestCalls.ISOLATE;
import static io.github.defenderbff.relay.TestCalls.SECRET;
import static io.github.defenderbff.relay.TestCalls.answered;
import static io.github.defenderbff.relay.TestCalls.call;
import static io.github.defenderbff.relay.TestCalls.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who shares an answer that is on its way. */
@Timeout(60)
class CoalesceTests {

	private static final int MANY = 20;

	private static final CacheStatus STORED = CacheStatus.forwarded(Cause.MISS, true);

	private final Upstream next = new Upstream();

	private final ResponseCache cache = TestCaches.empty(Clock.systemUTC());

	private final Coalesce coalesce = new Coalesce(this.cache, new Keep(this.cache, this.next));

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final CountDownLatch release = new CountDownLatch(1);

	@AfterEach
	void stop() {
		this.threads.shutdownNow();
	}

	/** Holds answers back until the test lets them go. */
	private void holdBack(Stage answer) {
		this.next.answers((call) -> {
			try {
				this.release.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			return answer.answer(call);
		});
	}

	private Future<Payload<?>> ask(Call call) {
		return this.threads.submit(() -> this.coalesce.answer(marked(call)));
	}

	/** The call as it leaves the cache now. */
	private Call marked(Call call) {
		return (call.slot() != null) ? call.keptIn(new Slot(call.slot().key(), this.cache.mark())) : call;
	}

	/** Asks many times, and waits until all but one have joined. */
	private List<Future<Payload<?>>> askMany() throws InterruptedException {
		var all = new ArrayList<Future<Payload<?>>>();
		for (var number = 0; number < MANY; number++) {
			all.add(ask(call(GET)));
		}
		while (waiting() < MANY) {
			Thread.sleep(1);
		}
		return all;
	}

	private static long waiting() {
		return Thread.getAllStackTraces().values().stream().filter((frames) -> {
			var ours = List.of(frames);
			return ours.stream().anyMatch((frame) -> frame.getClassName().equals(Coalesce.class.getName()))
					&& ours.stream().anyMatch((frame) -> frame.getMethodName().equals("park"));
		}).count();
	}

	private void waitForCalls(int number) throws InterruptedException {
		while (this.next.calls.size() < number) {
			Thread.sleep(1);
		}
	}

	@Test
	void asksOnceForManyWhoAskTogether() throws Exception {
		holdBack((_) -> answered(200, "{\"id\":1}"));
		var all = askMany();
		this.release.countDown();
		var how = new ArrayList<CacheStatus>();
		for (var each : all) {
			assertThat(each.get().held()).asString().isEqualTo("{\"id\":1}");
			how.add(each.get().cacheStatus());
		}
		assertThat(this.next.calls).hasSize(1);
		assertThat(how).containsOnlyOnce(STORED).contains(CacheStatus.COLLAPSED);
	}

	@Test
	void tellsTheFailureToThoseWhoWaitedAndAsksAgainForOthers() throws Exception {
		var failure = new IllegalStateException("upstream");
		holdBack((_) -> {
			throw failure;
		});
		var all = askMany();
		this.release.countDown();
		for (var each : all) {
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(each::get).havingCause().isSameAs(failure);
		}
		assertThat(this.next.calls).hasSize(1);
		this.next.answers((_) -> answered(200, "{}"));
		assertThat(this.coalesce.answer(call(GET)).status()).isEqualTo(200);
		assertThat(this.next.calls).hasSize(2);
	}

	@Test
	void endOfTheLeadersSessionIsNoAnswerForOthers() throws Exception {
		var first = new AtomicBoolean(true);
		holdBack((_) -> {
			if (first.getAndSet(false)) {
				throw new SessionEnded("over");
			}
			return answered(200, "{}");
		});
		var all = askMany();
		this.release.countDown();
		var failed = 0;
		for (var each : all) {
			try {
				assertThat(each.get().status()).isEqualTo(200);
			}
			catch (ExecutionException ex) {
				failed++;
			}
		}
		assertThat(failed).isEqualTo(1);
	}

	@Test
	void asksAgainOnceTheAnswerIsOutOfDate() {
		this.coalesce.answer(call(GET));
		this.cache.forget(new Change.InDefender(Set.of("machines"), null));
		this.coalesce.answer(call(GET));
		assertThat(this.next.calls).hasSize(2);
	}

	@Test
	void sharesNothingBetweenPeopleOrParameters() throws Exception {
		holdBack((call) -> answered(200, "\"" + call.caller().subject().id() + "\""));
		var ada = ask(call(GET, "ada"));
		var bob = ask(call(GET, "bob"));
		var other = ask(call(GET, "ada", "web-1"));
		waitForCalls(3);
		this.release.countDown();
		assertThat(ada.get().held()).asString().isEqualTo("\"ada\"");
		assertThat(bob.get().held()).asString().isEqualTo("\"bob\"");
		assertThat(other.get().status()).isEqualTo(200);
	}

	@Test
	void doesNotJoinAcrossAChange() throws Exception {
		holdBack((_) -> answered(200, "{}"));
		var before = ask(call(GET));
		waitForCalls(1);
		this.cache.forget(new Change.InDefender(Set.of("machines"), null));
		var after = ask(call(GET));
		waitForCalls(2);
		this.release.countDown();
		assertThat(before.get().cacheStatus()).isEqualTo(CacheStatus.forwarded(Cause.MISS, false));
		assertThat(after.get().cacheStatus()).isEqualTo(STORED);
	}

	@Test
	void sharesNothingThatMayNotBeStoredWithSomebodyElse() throws Exception {
		holdBack((_) -> answered(200, "{}").neverStored());
		var key = key(call(GET));
		var all = List.of(ask(call(GET)), ask(call(GET, "bob").keptIn(new Slot(key, 0))));
		while (waiting() < 2) {
			Thread.sleep(1);
		}
		this.release.countDown();
		for (var each : all) {
			assertThat(each.get().cacheStatus()).isEqualTo(CacheStatus.forwardedNoStore(Cause.MISS));
			assertThat(each.get().etag()).isNull();
		}
		assertThat(this.next.calls).hasSize(2);
	}

	@Test
	void whoSharesAsksAgainIfTheLeaderHasOtherRightsMeanwhile() throws Exception {
		var first = new AtomicBoolean(true);
		holdBack((_) -> answered(200, first.getAndSet(false) ? "\"ada\"" : "\"bob\""));
		var key = key(call(GET));
		var ada = ask(call(GET));
		waitForCalls(1);
		var bob = ask(call(GET, "bob").keptIn(new Slot(key, 0)));
		while (waiting() < 2) {
			Thread.sleep(1);
		}
		this.cache.forget(new Change.OfSubject(call(GET).caller().subject()));
		this.release.countDown();
		assertThat(ada.get().held()).asString().isEqualTo("\"ada\"");
		assertThat(bob.get().held()).asString().isEqualTo("\"bob\"");
	}

	@Test
	void whoSharesAsksAgainIfDefenderRefusesTheLeader() throws Exception {
		var first = new AtomicBoolean(true);
		holdBack((_) -> {
			if (first.getAndSet(false)) {
				throw new RefusedByDefender(new Reason.RefusedUpstream("Forbidden", Instant.EPOCH));
			}
			return answered(200, "{}");
		});
		var ada = ask(call(GET));
		waitForCalls(1);
		var bob = ask(call(GET, "bob").keptIn(new Slot(key(call(GET)), 0)));
		while (waiting() < 2) {
			Thread.sleep(1);
		}
		this.release.countDown();
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(ada::get);
		assertThat(bob.get().status()).isEqualTo(200);
	}

	@Test
	void whatAChangeDependsOnDoesNotWaitForOtherReads() throws Exception {
		holdBack((_) -> answered(200, "{}"));
		var read = ask(call(GET));
		waitForCalls(1);
		var evidence = ask(TestCalls.on(new Terms(false, true, true), call(GET)));
		waitForCalls(2);
		this.release.countDown();
		assertThat(List.of(read.get(), evidence.get())).allMatch((payload) -> payload.held() != null);
	}

	@Test
	void neverSharesChangesOrSecrets() throws Exception {
		holdBack((_) -> answered(200, "{}"));
		var all = List.of(ask(call(ISOLATE)), ask(call(ISOLATE)), ask(call(SECRET)), ask(call(SECRET)));
		waitForCalls(4);
		this.release.countDown();
		for (var each : all) {
			assertThat(each.get().cacheStatus()).isEqualTo(CacheStatus.BYPASS);
		}
	}

}
