package io.github.defenderbff.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.defenderbff.quota.Schedule.Deed;
import io.github.defenderbff.quota.Shortage.Cause;
import io.github.defenderbff.signin.Subject;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

/** What every ledger does; the test of one extends this and gives it. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE, tries = 300)
abstract class LedgerContract {

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private static final AtomicInteger FAMILIES = new AtomicInteger();

	/** The ledger; it may know families of earlier tests. */
	abstract Ledger ledger();

	/** A family that no ledger has heard of. */
	private static Family family(Window... windows) {
		return new Family("operation-" + FAMILIES.incrementAndGet(), List.of(windows), Duration.ZERO);
	}

	private static Window minute(long limit, long reserve) {
		return new Window("minute", Window.Unit.CALLS, Duration.ofMinutes(1), limit, reserve);
	}

	private static Claim claim(String who) {
		return claim(who, 1, false);
	}

	private static Claim claim(String who, double weight, boolean urgent) {
		return new Claim(person(who), weight, urgent, Duration.ZERO);
	}

	private static Subject person(String id) {
		return new Subject(Subject.Kind.PERSON, "tenant", id);
	}

	/** Takes until nothing is left for the claim; the answer is how often. */
	private int takeAll(Family family, Claim claim) {
		return IntStream.iterate(0, (count) -> count + 1)
			.filter((_) -> !(ledger().take(family, claim, START) instanceof Verdict.Taken))
			.findFirst()
			.orElseThrow();
	}

	private Verdict.Wait refusal(Family family, Claim claim, Instant now) {
		if (ledger().take(family, claim, now) instanceof Verdict.Wait wait) {
			return wait;
		}
		throw new AssertionError("it was taken");
	}

	@Property
	void doesWhatTheModelDoes(@ForAll("schedules") Schedule schedule) {
		assertDoesWhatTheModelDoes(ledger(), schedule);
	}

	static void assertDoesWhatTheModelDoes(Ledger ledger, Schedule schedule) {
		var model = new NaiveLedger();
		var family = schedule.family();
		var ours = new ArrayList<Entry>();
		var theirs = new ArrayList<Entry>();
		var now = START;
		for (var deed : schedule.deeds()) {
			now = now.plus(deed.after());
			switch (deed) {
				case Deed.Take take -> {
					var expected = model.take(family, take.claim(), now);
					var verdict = ledger.take(family, take.claim(), now);
					assertThat(said(verdict)).isEqualTo(said(expected));
					if (verdict instanceof Verdict.Taken(var entry, var _)
							&& expected instanceof Verdict.Taken(var other, var _)) {
						ours.add(entry);
						theirs.add(other);
					}
				}
				case Deed.Settle settle when !ours.isEmpty() -> {
					var index = settle.which() % ours.size();
					var ran = ours.get(index).ran().multipliedBy(settle.percent()).dividedBy(100);
					ledger.settle(family, ours.remove(index), ran, now);
					model.settle(family, theirs.remove(index), ran, now);
				}
				case Deed.Settle _ -> {
				}
				case Deed.Pause pause -> {
					ledger.pause(family, pause.length(), now);
					model.pause(family, pause.length(), now);
				}
			}
			assertThat(ledger.usage(family, now)).isEqualTo(model.usage(family, now));
		}
	}

	/** Everything but the entry's id, which is the ledger's own affair. */
	private static Object said(Verdict verdict) {
		return switch (verdict) {
			case Verdict.Taken(var entry, var standings) ->
				List.of(entry.who(), entry.urgent(), entry.at(), entry.ran(), standings);
			case Verdict.Wait wait -> wait;
		};
	}

	/**
	 * A call reaches Defender at some time while it is under way, and a query's run time
	 * is known there at some time as well.
	 */
	@Property(tries = 2000)
	void noSpanHoldsMoreThanTheLimit(@ForAll("schedules") Schedule schedule) {
		var family = schedule.family();
		var journeys = new Journeys();
		var now = START;
		for (var deed : schedule.deeds()) {
			now = now.plus(deed.after());
			journeys.endThoseBefore(now.minus(Ledger.LONGEST_CALL));
			switch (deed) {
				case Deed.Take take -> {
					if (ledger().take(family, take.claim(), now) instanceof Verdict.Taken(var entry, var _)) {
						journeys.begin(entry, now);
					}
				}
				case Deed.Settle settle -> {
					var ended = journeys.end(settle, now);
					if (ended != null) {
						ledger().settle(family, ended.entry(), ended.ran(), now);
					}
				}
				case Deed.Pause pause -> ledger().pause(family, pause.length(), now);
			}
		}
		journeys.endThoseBefore(Instant.MAX);
		family.windows().forEach((window) -> assertNeverMore(window, journeys.arrivals()));
	}

	private static void assertNeverMore(Window window, List<Entry> arrivals) {
		for (var first : arrivals) {
			var end = first.at().plus(window.length());
			var sum = arrivals.stream()
				.filter((entry) -> !entry.at().isBefore(first.at()) && entry.at().isBefore(end))
				.mapToLong(window.unit()::of)
				.sum();
			assertThat(sum).as(window.name() + " from " + first.at()).isLessThanOrEqualTo(window.limit());
		}
	}

	@Example
	void countsACallUntilAMinuteAfterItWasAnswered() {
		var family = family(minute(1, 0));
		if (ledger().take(family, claim("ada"), START) instanceof Verdict.Taken(var entry, var _)) {
			refusal(family, claim("bob"), START.plusSeconds(90));
			ledger().settle(family, entry, Duration.ZERO, START.plusSeconds(90));
		}
		assertThat(refusal(family, claim("bob"), START.plusSeconds(120)).atLeast()).isEqualTo(Duration.ofSeconds(30));
		assertThat(ledger().take(family, claim("bob"), START.plusSeconds(150))).isInstanceOf(Verdict.Taken.class);
	}

	@Property
	void waitsAsLongAsIsSaidAndNoLonger(@ForAll("schedules") Schedule schedule) {
		var family = schedule.family();
		var ledger = ledger();
		var now = START;
		for (var deed : schedule.deeds()) {
			now = now.plus(deed.after());
			if (deed instanceof Deed.Take(var _, var claim)
					&& ledger.take(family, claim, now) instanceof Verdict.Taken(var entry, var _)) {
				ledger.settle(family, entry, entry.ran(), now);
			}
		}
		if (ledger.take(family, claim("newcomer"), now) instanceof Verdict.Wait wait) {
			assertThat(ledger.take(family, claim("newcomer"), now.plus(wait.atLeast()).minusNanos(1)))
				.isInstanceOf(Verdict.Wait.class);
			assertThat(ledger.take(family, claim("newcomer"), now.plus(wait.atLeast())))
				.isInstanceOf(Verdict.Taken.class);
		}
	}

	@Property
	void nothingIsTakenInAPause(@ForAll @IntRange(min = 1, max = 4000) int seconds,
			@ForAll @IntRange(min = 1, max = 4000) int other) {
		var family = family(minute(100, 10));
		ledger().pause(family, Duration.ofSeconds(seconds), START);
		ledger().pause(family, Duration.ofSeconds(other), START);
		var longer = Duration.ofSeconds(Math.max(seconds, other));
		var wait = refusal(family, claim("ada", 1, true), START);
		assertThat(wait.atLeast()).isEqualTo(longer);
		assertThat(wait.shortage()).isEqualTo(new Shortage(Cause.DEFENDER, null));
		refusal(family, claim("ada"), START.plus(longer).minusNanos(1));
		assertThat(ledger().take(family, claim("ada"), START.plus(longer))).isInstanceOf(Verdict.Taken.class);
	}

	@Property
	void reserveIsThereWhenTheRestIsSpent(@ForAll @IntRange(min = 10, max = 200) int limit,
			@ForAll @IntRange(min = 1, max = 40) int people) {
		var reserve = limit / 10;
		var family = family(minute(limit, reserve));
		IntStream.range(0, people).forEach((who) -> takeAll(family, claim("p" + who)));
		var used = ledger().usage(family, START).windows().getFirst().used();
		assertThat(used).isLessThanOrEqualTo(limit - reserve);
		assertThat(takeAll(family, claim("p0", 1, true))).isPositive();
		IntStream.range(0, limit).forEach((who) -> takeAll(family, claim("r" + who, 1, true)));
		assertThat(ledger().usage(family, START).windows().getFirst().used()).isEqualTo(limit);
		assertThat(refusal(family, claim("r0", 1, true), START).shortage().cause()).isEqualTo(Cause.BUDGET);
	}

	@Property
	void whoHasTakenNothingIsNotRefusedWhileAnythingIsFree(@ForAll("schedules") Schedule schedule) {
		var family = schedule.family();
		var now = START;
		for (var deed : schedule.deeds()) {
			now = now.plus(deed.after());
			if (deed instanceof Deed.Take(var _, var claim)) {
				ledger().take(family, claim, now);
			}
		}
		var newcomer = new Claim(person("newcomer"), 0.5, false, Duration.ofSeconds(200));
		var free = ledger().usage(family, now)
			.windows()
			.stream()
			.allMatch((usage) -> usage.window().free(newcomer, usage.used()) >= usage.window().unit().least());
		assertThat(ledger().take(family, newcomer, now) instanceof Verdict.Taken).isEqualTo(free);
	}

	/** Whatever the limit, except the few that are nobody's too much. */
	@Property
	void oneAloneTakesNoMoreThanTheirShare(@ForAll @IntRange(min = 1, max = 1500) int limit,
			@ForAll @DoubleRange(min = 0.1, max = 10) double weight) {
		var family = family(minute(limit, limit / 10));
		var free = limit - limit / 10;
		var taken = takeAll(family, claim("ada", weight, false));
		assertThat(taken).isBetween(Math.min(free, 2), (int) Math.max(2, Math.floor(free * weight / (1 + weight)) + 1));
		var spent = (free < limit) ? Cause.RESERVE : Cause.BUDGET;
		assertThat(refusal(family, claim("ada", weight, false), START).shortage().cause())
			.isEqualTo((taken == free) ? spent : Cause.SHARE);
	}

	/** As long as there are fewer people than a share has calls. */
	@Property
	void peopleTheSameGetTheSame(@ForAll @IntRange(min = 20, max = 500) int limit,
			@ForAll @IntRange(min = 1, max = 8) int people) {
		var family = family(minute(limit, 0));
		var taken = new int[people];
		var anybody = true;
		while (anybody) {
			anybody = false;
			for (var who = 0; who < people; who++) {
				if (ledger().take(family, claim("p" + who), START) instanceof Verdict.Taken) {
					taken[who]++;
					anybody = true;
				}
			}
		}
		var equal = limit / (people + 1);
		assertThat(IntStream.of(taken).boxed()).allMatch((each) -> each >= equal - 1 && each <= equal + 1);
	}

	@Property
	void fewAreForWhoeverComes(@ForAll @IntRange(min = 1, max = 2) int limit) {
		var family = family(minute(limit, 0));
		assertThat(takeAll(family, claim("ada"))).isEqualTo(limit);
	}

	/** What one query leaves of its run time is there for the next. */
	@Property
	void runTimeComesBack(@ForAll @IntRange(max = 200) int seconds) {
		var hour = new Window("run-hour", Window.Unit.RUN_TIME, Duration.ofHours(1), 600_000, 0);
		var family = family(hour);
		var query = new Claim(person("ada"), 1, false, Duration.ofSeconds(200));
		if (ledger().take(family, query, START) instanceof Verdict.Taken(var entry, var _)) {
			assertThat(entry.ran()).isEqualTo(Duration.ofSeconds(200));
			ledger().settle(family, entry, Duration.ofSeconds(seconds), START.plusSeconds(seconds));
		}
		var usage = ledger().usage(family, START.plusSeconds(seconds)).windows().getFirst();
		assertThat(usage.used()).isEqualTo(seconds * 1000L);
		assertThat(usage.people()).isEqualTo(Map.of(person("ada"), seconds * 1000L));
	}

	@Provide
	static Arbitrary<Schedule> schedules() {
		var families = Arbitraries.of(List.of(minute(7, 0), hour(20)), List.of(minute(10, 1)), List.of(minute(2, 0)),
				List.of(minute(12, 1), hour(30), run("run-hour", Duration.ofHours(1), 100_000),
						run("run-day", Duration.ofDays(1), 300_000)),
				List.<Window>of());
		return families.map((windows) -> family(windows.toArray(Window[]::new)))
			.flatMap((family) -> Schedule.anyDeeds()
				.list()
				.ofMinSize(1)
				.ofMaxSize(80)
				.map((deeds) -> new Schedule(family, deeds)));
	}

	private static Window hour(long limit) {
		return new Window("hour", Window.Unit.CALLS, Duration.ofHours(1), limit, limit / 10);
	}

	private static Window run(String name, Duration length, long limit) {
		return new Window(name, Window.Unit.RUN_TIME, length, limit, 0);
	}

}
