package io.github.defenderbff.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.quota.Shortage.Cause;
import io.github.defenderbff.signin.Subject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who waits, and for how long. */
class GateTests {

	private static final Window MINUTE = new Window("minute", Window.Unit.CALLS, Duration.ofMinutes(1), 2, 0);

	private static final Window RUN_HOUR = new Window("run-hour", Window.Unit.RUN_TIME, Duration.ofHours(1), 20_000, 0);

	private final HandMovedClock clock = new HandMovedClock();

	private final TestWatch watch = new TestWatch(this.clock);

	private final Instant start = this.clock.instant();

	private final Gate gate = gate(10, MINUTE);

	private Gate gate(int longestQueue, Window window) {
		return new Gate(new Family("some.operation", List.of(window), Duration.ofSeconds(15)), Accounts.local(),
				new QuotaProperties(0.1, Duration.ofSeconds(2), longestQueue, Map.of(), Map.of(), 0.5), this.watch);
	}

	private static Claim claim(String who) {
		return claim(who, Duration.ZERO);
	}

	private static Claim claim(String who, Duration run) {
		return new Claim(new Subject(Subject.Kind.PERSON, "tenant", who), 1, false, run);
	}

	private static Entry taken(Gate.Turn turn) {
		if (turn.verdict() instanceof Verdict.Taken(var entry, var _)) {
			return entry;
		}
		throw new AssertionError("refused: " + turn);
	}

	private static Verdict.Wait refused(Gate.Turn turn) {
		if (turn.verdict() instanceof Verdict.Wait wait) {
			return wait;
		}
		throw new AssertionError("taken: " + turn);
	}

	private void useUp(Gate used) {
		used.settle(taken(used.enter(claim("ada"), true)), Duration.ZERO, this.clock.instant());
		used.settle(taken(used.enter(claim("ada"), true)), Duration.ZERO, this.clock.instant());
	}

	private Duration passed() {
		return Duration.between(this.start, this.clock.instant());
	}

	@Test
	void waitsForWhatIsFreeSoon() {
		useUp(this.gate);
		this.clock.move(Duration.ofSeconds(58));
		var turn = this.gate.enter(claim("bob"), true);
		taken(turn);
		assertThat(turn.waited()).isTrue();
		assertThat(passed()).isEqualTo(Duration.ofMinutes(1));
		assertThat(this.gate.waiting()).isZero();
	}

	@Test
	void doesNotWaitInVain() {
		useUp(this.gate);
		this.clock.move(Duration.ofSeconds(57));
		var turn = this.gate.enter(claim("bob"), true);
		assertThat(refused(turn).atLeast()).isEqualTo(Duration.ofSeconds(3));
		assertThat(turn.waited()).isFalse();
		assertThat(passed()).isEqualTo(Duration.ofSeconds(57));
	}

	@Test
	void doesNotLetTheImpatientWait() {
		useUp(this.gate);
		this.clock.move(Duration.ofSeconds(59));
		refused(this.gate.enter(claim("bob"), false));
		assertThat(passed()).isEqualTo(Duration.ofSeconds(59));
		assertThat(this.gate.waiting()).isZero();
	}

	@Test
	void givesUpWhenDefenderAsksForALongPause() {
		useUp(this.gate);
		this.clock.move(Duration.ofSeconds(59));
		this.watch.meanwhile(() -> this.gate.pause(Duration.ofSeconds(30)));
		var wait = refused(this.gate.enter(claim("bob"), true));
		assertThat(wait.shortage().cause()).isEqualTo(Cause.DEFENDER);
		assertThat(wait.atLeast()).isEqualTo(Duration.ofSeconds(30));
		assertThat(passed()).isEqualTo(Duration.ofSeconds(59));
	}

	@Test
	void handsOnWhatAQueryGivesBack() {
		var hunting = gate(10, RUN_HOUR);
		var run = Duration.ofSeconds(15);
		var entry = taken(hunting.enter(claim("ada", run), true));
		assertThat(entry.ran()).isEqualTo(Duration.ofSeconds(10));
		assertThat(taken(hunting.enter(claim("bob", run), true)).ran()).isEqualTo(Duration.ofSeconds(10));
		this.watch.meanwhile(() -> hunting.settle(entry, Duration.ZERO, this.clock.instant()));
		var third = hunting.enter(claim("eve", run), true);
		assertThat(taken(third).ran()).isEqualTo(Duration.ofSeconds(10));
		assertThat(third.waited()).isTrue();
		assertThat(passed()).isZero();
	}

	@Test
	void lineHasAnEnd() {
		var narrow = gate(1, MINUTE);
		useUp(narrow);
		this.clock.move(Duration.ofSeconds(59));
		this.watch.meanwhile(() -> {
			var turn = narrow.enter(claim("eve"), true);
			assertThat(refused(turn).atLeast()).isEqualTo(Duration.ofSeconds(1));
			assertThat(narrow.waiting()).isEqualTo(1);
		});
		taken(narrow.enter(claim("bob"), true));
	}

	@Test
	void whoComesLaterIsNotServedFirst() {
		useUp(this.gate);
		this.clock.move(Duration.ofSeconds(59));
		this.watch.meanwhile(() -> {
			this.clock.move(Duration.ofSeconds(1));
			this.gate.settle(taken(this.gate.enter(claim("eve"), true)), Duration.ZERO, this.clock.instant());
			refused(this.gate.enter(claim("mia"), true));
		});
		assertThat(this.gate.enter(claim("bob"), true).waited()).isTrue();
	}

}
