package io.github.defenderbff.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a ledger should do, in the plainest way: it remembers all that ever happened to
 * its one family, and counts it anew whenever it is asked.
 */
final class NaiveLedger implements Ledger {

	private final List<Entry> entries = new ArrayList<>();

	private Instant pausedUntil = Instant.MIN;

	private static List<Entry> counted(Window window, List<Entry> entries, Instant now) {
		return entries.stream().filter((entry) -> entry.at().plus(window.length()).isAfter(now)).toList();
	}

	private static long used(Window window, List<Entry> entries) {
		return entries.stream().mapToLong(window.unit()::of).sum();
	}

	/** The rule of the fair share, word for word. */
	private static long left(Window window, Claim claim, List<Entry> counted) {
		var mine = used(window,
				counted.stream()
					.filter((entry) -> entry.who().equals(claim.who()) && (entry.urgent() || !claim.urgent()))
					.toList());
		var free = window.limit() - (claim.urgent() ? 0 : window.reserve()) - used(window, counted);
		var left = 0L;
		for (var step = Long.highestOneBit(Math.max(1, free)); step > 0; step /= 2) {
			left += mayTake(window, claim, free - (left + step - 1), mine + left + step - 1) ? step : 0;
		}
		return left;
	}

	private static boolean mayTake(Window window, Claim claim, long free, long mine) {
		return free > 0 && (mine < claim.weight() * free || mine < window.unit().first());
	}

	private static boolean admits(Window window, Claim claim, List<Entry> counted) {
		return left(window, claim, counted) >= window.unit().least();
	}

	@Override
	public Verdict take(Family family, Claim claim, Instant now) {
		var waits = Stream
			.concat(pause(family, claim, now),
					family.windows().stream().flatMap((window) -> wait(family, window, claim, now)))
			.max(Comparator.comparing(Verdict.Wait::atLeast));
		if (waits.isPresent()) {
			return waits.get();
		}
		var ran = family.windows()
			.stream()
			.filter((window) -> window.unit() == Window.Unit.RUN_TIME)
			.mapToLong((window) -> left(window, claim, counted(window, this.entries, now)))
			.reduce(claim.longestRun().toMillis(), Math::min);
		var entry = new Entry(this.entries.size(), claim.who(), claim.urgent(), now.plus(LONGEST_CALL),
				Duration.ofMillis(ran));
		this.entries.add(entry);
		return new Verdict.Taken(entry, standings(family, claim, now));
	}

	private Stream<Verdict.Wait> pause(Family family, Claim claim, Instant now) {
		return this.pausedUntil.isAfter(now) ? Stream.of(new Verdict.Wait(Duration.between(now, this.pausedUntil),
				new Shortage(Shortage.Cause.DEFENDER, null), standings(family, claim, now))) : Stream.empty();
	}

	private Stream<Verdict.Wait> wait(Family family, Window window, Claim claim, Instant now) {
		var counted = counted(window, this.entries, now);
		return admits(window, claim, counted) ? Stream.empty()
				: Stream.of(new Verdict.Wait(until(window, claim, counted, now),
						new Shortage(window.shortage(claim, used(window, counted)), window),
						standings(family, claim, now)));
	}

	/** Tries every moment at which something is forgotten. */
	private static Duration until(Window window, Claim claim, List<Entry> counted, Instant now) {
		var runs = window.unit() == Window.Unit.RUN_TIME;
		var over = counted.stream()
			.filter((entry) -> !runs || !entry.isUnderWay(now))
			.map((entry) -> entry.ended(entry.over(now), entry.ran()))
			.toList();
		if (admits(window, claim, over)) {
			return SOON;
		}
		return over.stream()
			.map((entry) -> entry.at().plus(window.length()))
			.filter((moment) -> admits(window, claim, counted(window, over, moment)))
			.min(Comparator.naturalOrder())
			.map((moment) -> Duration.between(now, moment))
			.orElse(window.length());
	}

	private List<Standing> standings(Family family, Claim claim, Instant now) {
		return family.windows().stream().map((window) -> {
			var counted = counted(window, this.entries, now);
			return new Standing(window, left(window, claim, counted), reset(window, counted, now));
		}).toList();
	}

	private static Duration reset(Window window, List<Entry> counted, Instant now) {
		return counted.stream()
			.map((entry) -> Duration.between(now, entry.over(now).plus(window.length())))
			.min(Comparator.naturalOrder())
			.orElse(Duration.ZERO);
	}

	@Override
	public void undo(Family family, Entry entry) {
		this.entries.remove(entry);
	}

	@Override
	public void settle(Family family, Entry entry, Duration ran, Instant now) {
		this.entries.replaceAll((each) -> each.equals(entry) ? entry.ended(now, ran) : each);
	}

	@Override
	public void pause(Family family, Duration retryAfter, Instant now) {
		var until = now.plus(retryAfter);
		this.pausedUntil = until.isAfter(this.pausedUntil) ? until : this.pausedUntil;
	}

	@Override
	public Usage usage(Family family, Instant now) {
		return new Usage(family.windows().stream().map((window) -> {
			var counted = counted(window, this.entries, now);
			return new Usage.OfWindow(window, used(window, counted), reset(window, counted, now), counted.stream()
				.collect(Collectors.groupingBy(Entry::who, Collectors.summingLong(window.unit()::of))));
		}).toList(), this.pausedUntil.isAfter(now) ? this.pausedUntil : null);
	}

}
