package io.github.defenderbff.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.defenderbff.quota.Schedule.Deed;
import io.github.defenderbff.quota.Shortage.Cause;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every ledger does in the course of time, besides sharing; the test of one extends
 * this and gives it.
 */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE, tries = 300)
abstract class LedgerContract extends FairShareContract {

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
