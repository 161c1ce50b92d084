package io.github.defenderbff.relay;

import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.policy.TestPolicies;
import io.github.defenderbff.responsecache.Lifetime;
import io.github.defenderbff.responsecache.TestCaches;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** What is served is never older than its lifetime allows for the reason it is served. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE, tries = 2000)
class LifetimeLawTests {

	@Property
	void servesNothingThatIsTooOld(@ForAll("lifetimes") Lifetime lifetime, @ForAll("reads") List<Read> reads) {
		var world = new World(lifetime);
		reads.forEach(world::take);
	}

	@Provide
	Arbitrary<Lifetime> lifetimes() {
		var seconds = Arbitraries.integers().between(0, 12).map(Duration::ofSeconds);
		return Combinators.combine(Arbitraries.integers().between(1, 12).map(Duration::ofSeconds), seconds, seconds)
			.as(Lifetime::new);
	}

	@Provide
	Arbitrary<List<Read>> reads() {
		var seconds = Arbitraries.integers().between(0, 9).map(Duration::ofSeconds);
		var flag = Arbitraries.of(true, false);
		return Combinators.combine(seconds, seconds, flag, Arbitraries.of(true, false, false), flag)
			.as(Read::new)
			.list()
			.ofMaxSize(12);
	}

	/** Somebody reads after a time, and Defender takes its time or fails. */
	record Read(Duration after, Duration takes, boolean fails, boolean anew, boolean forChange) {

	}

	/** The stages, with Defender at their end. */
	private static final class World {

		private final HandMovedClock clock = new HandMovedClock();

		private final Operation operation;

		private final Upstream defender = new Upstream();

		private final FromCache path;

		private World(Lifetime lifetime) {
			this.operation = new Operation(TestCalls.GET.id(), TestCalls.GET.method(), TestCalls.GET.path(),
					TestCalls.GET.requirement(), TestCalls.GET.limits(), lifetime, Set.of("machines"), null,
					Operation.Answer.PLAIN, null);
			var cache = TestCaches.empty(this.clock);
			var inner = new Coalesce(cache, new Keep(cache, this.defender));
			// what is fetched in the background is a world of its own here: it is not
			this.path = new FromCache(cache, new Partitions(TestPolicies.withoutRoles(), cache),
					new Refresh(inner, (_) -> {
					}), new CacheResults(), this.clock, inner);
		}

		void take(Read read) {
			this.clock.move(read.after);
			this.defender.answers((_) -> {
				this.clock.move(read.takes);
				if (read.fails) {
					throw UpstreamFailure.noAnswer(new ConnectException("refused"));
				}
				return Payload.received(200, "{}".getBytes(StandardCharsets.UTF_8), this.clock.instant());
			});
			var asked = this.defender.calls.size();
			try {
				var terms = new Terms(read.anew, read.forChange, true);
				check(this.path.answer(TestCalls.on(terms, TestCalls.call(this.operation))), read,
						this.defender.calls.size() > asked);
			}
			catch (UpstreamFailure failure) {
				assertThat(read.fails).isTrue();
			}
		}

		private void check(Payload<?> payload, Read read, boolean asked) {
			var lifetime = this.operation.lifetime();
			var age = Duration.between(payload.receivedAt(), this.clock.instant());
			var fresh = age.compareTo(lifetime.fresh()) < 0;
			if (asked && !read.fails) {
				assertThat(age).isZero();
			}
			else if (read.forChange) {
				assertThat(fresh && !asked).as("a change rests on what is fresh").isTrue();
			}
			else if (asked) {
				assertThat(age).as("if error").isLessThan(lifetime.fresh().plus(lifetime.ifError()));
			}
			else {
				assertThat(age).as("unasked").isLessThan(lifetime.fresh().plus(lifetime.whileRevalidate()));
				assertThat(read.anew).as("asks anew").isFalse();
			}
		}

	}

}
