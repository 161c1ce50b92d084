package io.github.defenderbff.bulk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.bulk.Fortune.Died;
import io.github.defenderbff.bulk.Step.Outcome;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.store.Store;
import io.github.defenderbff.store.TestStores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How runs end, and how they are continued. */
class RunTests {

	private static final BulkProperties SETTINGS = new BulkProperties(10, 1, Duration.ofMinutes(5));

	private static final Caller NIGHT_WATCH = new Caller.Application("tenant", "watch", Set.of(), () -> {
		throw new AssertionError("nothing is sent");
	});

	private final HandMovedClock clock = new HandMovedClock();

	private final Store store = TestStores.store(this.clock);

	private final List<String> sent = new ArrayList<>();

	private static IdempotencyKey key(String name) {
		return new IdempotencyKey("key-" + name);
	}

	private static Order order(int machines) {
		return new Order("machines.isolate", IntStream.range(0, machines).mapToObj("%040d"::formatted).toList(), "why",
				Map.of(), true);
	}

	private Replica replica(Sender sender) {
		return Replica.sound(this.store, this.clock, SETTINGS, sender);
	}

	private Attempt send(String machine) {
		this.sent.add(machine);
		return done(machine, Outcome.SENT);
	}

	private static Attempt done(String machine, Outcome outcome) {
		return new Attempt.Done(new Step(machine, outcome, null, null));
	}

	private static List<Outcome> outcomes(RunView run) {
		return run.machines().stream().map(Step::outcome).toList();
	}

	/** Dies while the call for the second device is under way. */
	private RunView brokenOff(int machines) {
		var mortal = replica((_, _, machine) -> {
			if (this.sent.size() == 1) {
				throw new Died();
			}
			return send(machine);
		});
		assertThat(mortal.attempt(NIGHT_WATCH, order(machines), key("mortal"))).isNull();
		return replica((_, _, _) -> {
			throw new AssertionError("nobody continues it before its owner is known to be dead");
		}).take(NIGHT_WATCH, order(machines), key("mortal"));
	}

	@Test
	void runOfOneThatDiedIsContinuedButForWhatWasUnderWay() {
		assertThat(brokenOff(4).isRunning()).as("nobody knows yet").isTrue();
		this.clock.move(Replica.aWhile());
		var run = replica((_, _, machine) -> send(machine)).take(NIGHT_WATCH, order(4), key("mortal"));
		assertThat(run.isRunning()).isFalse();
		assertThat(outcomes(run)).containsExactly(Outcome.SENT, Outcome.UNKNOWN, Outcome.SENT, Outcome.SENT);
		assertThat(this.sent).hasSize(3).doesNotHaveDuplicates();
	}

	@Test
	void runThatBrokeOffSaysWhatIsUnknownAndWhatWasNotSent() {
		brokenOff(4);
		this.clock.move(Replica.aWhile());
		var run = new Runs(TestStores.shelves(this.store));
		var view = run.view(run.ids(NIGHT_WATCH.subject(), key("mortal")).getFirst()).orElseThrow();
		assertThat(view.state()).isEqualTo(RunView.ENDED);
		assertThat(view.stopped()).isEqualTo(Stop.INTERRUPTED);
		assertThat(view.counts()).isEqualTo(Map.of("sent", 1, "unknown", 1, "not-sent", 2));
	}

	/** One that was taken for dead says what it knows, and sends nothing more. */
	@Test
	void outcomeOfOneThatWasTakenForDeadIsTold() {
		var slow = replica((_, _, first) -> {
			this.clock.move(Replica.aWhile());
			replica((_, _, machine) -> send(machine)).take(NIGHT_WATCH, order(3), key("slow"));
			return send(first);
		});
		var run = slow.take(NIGHT_WATCH, order(3), key("slow"));
		assertThat(outcomes(run)).containsOnly(Outcome.SENT);
		assertThat(this.sent).hasSize(3).doesNotHaveDuplicates();
	}

	@Test
	void quotaIsWaitedForAndNotLongerThanARunMayTake() {
		var turns = new ArrayList<String>();
		var patient = replica((_, _, machine) -> {
			turns.add(machine);
			return (turns.size() % 2 == 1) ? new Attempt.Later(Duration.ofSeconds(40)) : send(machine);
		});
		var begun = this.clock.instant();
		assertThat(outcomes(patient.take(NIGHT_WATCH, order(2), key("quota")))).containsOnly(Outcome.SENT);
		assertThat(Duration.between(begun, this.clock.instant())).isEqualTo(Duration.ofSeconds(80));
		var run = replica((_, _, _) -> new Attempt.Later(Duration.ofHours(1))).take(NIGHT_WATCH, order(2),
				key("hopeless"));
		assertThat(run.stopped()).isEqualTo(Stop.TIME_OVER);
		assertThat(outcomes(run)).containsOnly(Outcome.NOT_SENT);
	}

	@Test
	void signInThatIsNeededEndsTheRunAndNothingIsLost() {
		var run = replica((_, _, _) -> new Attempt.Over(Stop.SIGN_IN_NEEDED)).take(NIGHT_WATCH, order(3),
				key("step-up"));
		assertThat(run.stopped()).isEqualTo(Stop.SIGN_IN_NEEDED);
		var again = replica((_, _, machine) -> send(machine)).take(NIGHT_WATCH, order(3), key("step-up"));
		assertThat(again.stopped()).isNull();
		assertThat(outcomes(again)).containsOnly(Outcome.SENT);
	}

	@Test
	void onlyWhatMayHaveBeenChangedCountsForTheHour() {
		var half = replica((_, _, machine) -> (Integer.parseInt(machine) % 2 == 0) ? done(machine, Outcome.REFUSED)
				: send(machine));
		half.take(NIGHT_WATCH, order(8), key("half"));
		this.clock.move(Duration.ofMinutes(30));
		var other = replica((_, _, machine) -> send(machine));
		assertThatExceptionOfType(Failure.class).isThrownBy(() -> other.take(NIGHT_WATCH, order(7), key("seven")))
			.satisfies((failure) -> {
				assertThat(failure.type()).isEqualTo(ProblemType.BULK_LIMIT_REACHED);
				assertThat(failure.getBody().getProperties()).containsEntry("left", 6).containsEntry("wanted", 7);
				assertThat(failure.getHeaders().getFirst("Retry-After")).isEqualTo("1800");
			});
		assertThat(outcomes(other.take(NIGHT_WATCH, order(6), key("six")))).containsOnly(Outcome.SENT);
		this.clock.move(Duration.ofMinutes(31));
		assertThat(outcomes(other.take(NIGHT_WATCH, order(4), key("four")))).containsOnly(Outcome.SENT);
	}

	@Test
	void whoNamesMoreThanAnHourAllowsNeedNotWait() {
		var replica = replica((_, _, machine) -> send(machine));
		assertThatExceptionOfType(Failure.class).isThrownBy(() -> replica.take(NIGHT_WATCH, order(11), key("eleven")))
			.satisfies((failure) -> assertThat(failure.getHeaders().getFirst("Retry-After")).isNull());
	}

	@Test
	void keyIsForgottenAfterADay() {
		var replica = replica((_, _, machine) -> send(machine));
		replica.take(NIGHT_WATCH, order(1), key("old"));
		this.clock.move(Duration.ofHours(23));
		replica.take(NIGHT_WATCH, order(1), key("old"));
		assertThat(this.sent).hasSize(1);
		this.clock.move(Duration.ofHours(2));
		assertThatExceptionOfType(IdempotencyKey.Reused.class).isThrownBy(() -> {
			replica.take(NIGHT_WATCH, order(1), key("old"));
			replica.take(NIGHT_WATCH, order(2), key("old"));
		});
		assertThat(this.sent).hasSize(2);
	}

}
