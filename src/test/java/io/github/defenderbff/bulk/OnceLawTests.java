package io.github.defenderbff.bulk;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.bulk.Step.Outcome;
import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.store.Store;
import io.github.defenderbff.store.TestStores;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever dies, fails or is repeated, and whoever goes on in between: no device is sent
 * to Defender again once it may have got there.
 */
class OnceLawTests {

	private static final BulkProperties SETTINGS = new BulkProperties(100_000, 1, Duration.ofMinutes(10));

	private static final Caller NIGHT_WATCH = new Caller.Application("tenant", "watch", Set.of(), () -> {
		throw new AssertionError("nothing is sent");
	});

	private static final IdempotencyKey KEY = new IdempotencyKey("the-same-key");

	private static final Order ORDER = new Order("machines.isolate",
			IntStream.range(0, 7).mapToObj("%040d"::formatted).toList(), "why", Map.of(), true);

	@Property(tries = 1000)
	void noDeviceIsSentTwice(@ForAll long seed) {
		new World(new Random(seed)).goesOn();
	}

	/** What befalls one run. */
	private static final class World {

		/** How often each device may have got to Defender. */
		private final Map<String, Integer> arrived = new HashMap<>();

		private final HandMovedClock clock = new HandMovedClock();

		private final Store store = TestStores.store(this.clock);

		private final Random random;

		World(Random random) {
			this.random = random;
		}

		void goesOn() {
			for (var process = 0; process < 8; process++) {
				frail(2).attempt(NIGHT_WATCH, ORDER, KEY);
				this.clock.move(Duration.ofSeconds(this.random.nextInt(45)));
			}
			this.clock.move(Replica.aWhile());
			var last = Replica.sound(this.store, this.clock, SETTINGS,
					(_, _, machine) -> arrives(machine, Outcome.SENT));
			var run = last.take(NIGHT_WATCH, ORDER, KEY);
			assertThat(run.isRunning()).isFalse();
			assertThat(run.machines()).hasSize(7)
				.allSatisfy((step) -> assertThat(this.arrived.getOrDefault(step.machine(), 0)).as(step.toString())
					.isBetween(least(step), most(step)));
		}

		private static int least(Step step) {
			return step.is(Outcome.SENT) ? 1 : 0;
		}

		private static int most(Step step) {
			assertThat(step.outcome()).isIn(Outcome.SENT, Outcome.UNKNOWN, Outcome.REFUSED, Outcome.FAILED);
			return (step.is(Outcome.SENT) || step.is(Outcome.UNKNOWN)) ? 1 : 0;
		}

		/** Some others may do the same while a call of this one is under way. */
		private Replica frail(int others) {
			var fortune = new Fortune(this.random, this.random.nextInt(60), this.random.nextInt(3) * 0.1);
			return new Replica(new FrailStore(this.store, fortune), this.clock, SETTINGS, (_, _, machine) -> {
				fortune.mayDie();
				if (others > 0 && this.random.nextInt(6) == 0) {
					this.clock.move(Duration.ofSeconds(this.random.nextInt(60)));
					frail(others - 1).attempt(NIGHT_WATCH, ORDER, KEY);
				}
				var attempt = answer(machine);
				fortune.mayDie();
				return attempt;
			});
		}

		private Attempt answer(String machine) {
			return switch (this.random.nextInt(12)) {
				case 0 -> new Attempt.Later(Duration.ofSeconds(this.random.nextInt(90)));
				case 1 -> new Attempt.Over(Stop.SESSION_ENDED);
				case 2 -> done(machine, Outcome.FAILED);
				case 3 -> done(machine, Outcome.REFUSED);
				case 4 -> arrives(machine, Outcome.UNKNOWN);
				case 5 -> done(machine, Outcome.UNKNOWN);
				default -> arrives(machine, Outcome.SENT);
			};
		}

		private Attempt arrives(String machine, Outcome outcome) {
			assertThat(this.arrived.merge(machine, 1, Integer::sum)).as("calls for " + machine).isEqualTo(1);
			return done(machine, outcome);
		}

		private static Attempt done(String machine, Outcome outcome) {
			return new Attempt.Done(new Step(machine, outcome, null, null));
		}

	}

}
