package io.github.defenderbff.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What is kept of one family. */
final class Book implements Account {

	private final List<SlidingWindow> windows;

	private @Nullable Instant pausedUntil;

	private final long origin;

	private long next;

	Book(Family family, Contents contents) {
		this.windows = family.windows().stream().map(SlidingWindow::new).toList();
		this.origin = contents.origin();
		this.next = contents.next();
		this.pausedUntil = contents.pausedUntil();
		contents.entries().forEach(this::add);
	}

	/** Tells it from a book that was begun at another time. */
	long origin() {
		return this.origin;
	}

	/** All that is in it: the longest window has every entry. */
	synchronized Contents contents() {
		var entries = this.windows.stream()
			.max(Comparator.comparing((window) -> window.window().length()))
			.map(SlidingWindow::entries)
			.orElse(List.of());
		return new Contents(this.origin, this.next, this.pausedUntil, entries);
	}

	/** Adds what is in another book; the answer is whether there was anything. */
	synchronized boolean addAll(Contents other) {
		other.entries().forEach(this::add);
		if (other.pausedUntil() != null) {
			pauseUntil(other.pausedUntil());
		}
		return other.pausedUntil() != null || !other.entries().isEmpty();
	}

	synchronized void add(Entry entry) {
		this.windows.forEach((window) -> window.add(entry));
	}

	@Override
	public synchronized Verdict take(Claim claim, Instant now) {
		moveTo(now);
		return wait(claim, now).orElseGet(() -> {
			var entry = new Entry(this.next++, claim.who(), claim.urgent(), now.plus(Ledger.LONGEST_CALL), run(claim));
			add(entry);
			return new Verdict.Taken(entry, standings(claim, now));
		});
	}

	synchronized void moveTo(Instant now) {
		this.windows.forEach((window) -> window.moveTo(now));
		if (this.pausedUntil != null && !this.pausedUntil.isAfter(now)) {
			this.pausedUntil = null;
		}
	}

	/** As much run time as every window still has for the claim. */
	private Duration run(Claim claim) {
		return this.windows.stream()
			.filter((window) -> window.window().unit() == Window.Unit.RUN_TIME)
			.map((window) -> Duration.ofMillis(window.left(claim)))
			.reduce(claim.longestRun(), (one, other) -> (one.compareTo(other) < 0) ? one : other);
	}

	/** What there is to wait for, and of several things the one that takes longest. */
	private Optional<Verdict> wait(Claim claim, Instant now) {
		var pause = Stream.ofNullable(this.pausedUntil)
			.map((until) -> new Verdict.Wait(Duration.between(now, until), new Shortage(Shortage.Cause.DEFENDER, null),
					standings(claim, now)));
		var shortages = this.windows.stream()
			.filter((window) -> !window.admits(claim))
			.map((window) -> new Verdict.Wait(window.untilAdmitted(claim, now), window.shortage(claim),
					standings(claim, now)));
		return Stream.concat(pause, shortages).max(Comparator.comparing(Verdict.Wait::atLeast)).map((wait) -> wait);
	}

	private List<Standing> standings(Claim claim, Instant now) {
		return this.windows.stream().map((window) -> window.standing(claim, now)).toList();
	}

	@Override
	public synchronized void settle(Entry entry, Duration ran, Instant now) {
		var ended = entry.ended(now, ran);
		this.windows.forEach((window) -> {
			window.remove(entry);
			window.add(ended);
		});
	}

	@Override
	public synchronized void undo(Entry entry) {
		this.windows.forEach((window) -> window.remove(entry));
	}

	@Override
	public synchronized void pause(Duration retryAfter, Instant now) {
		pauseUntil(now.plus(retryAfter));
	}

	private void pauseUntil(Instant until) {
		if (this.pausedUntil == null || until.isAfter(this.pausedUntil)) {
			this.pausedUntil = until;
		}
	}

	@Override
	public synchronized Usage usage(Instant now) {
		moveTo(now);
		return new Usage(this.windows.stream().map((window) -> window.usage(now)).toList(), this.pausedUntil);
	}

}
