package io.github.defenderbff.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import io.github.defenderbff.signin.Subject;

/**
 * The entries that one window counts, and their sums. To take, to settle and to forget
 * cost the logarithm of the entries; only a refusal walks past those it waits for. Not
 * thread-safe.
 */
final class SlidingWindow {

	private final Window window;

	private final TreeSet<Entry> entries = new TreeSet<>(Entry.BY_TIME);

	private final Map<Subject, Sum> people = new HashMap<>();

	private long used;

	SlidingWindow(Window window) {
		this.window = window;
	}

	/** Forgets what this window no longer counts. */
	void moveTo(Instant now) {
		var end = now.minus(this.window.length());
		while (!this.entries.isEmpty() && !this.entries.getFirst().at().isAfter(end)) {
			remove(this.entries.getFirst());
		}
	}

	void add(Entry entry) {
		if (this.entries.add(entry)) {
			count(entry, 1);
		}
	}

	void remove(Entry entry) {
		if (this.entries.remove(entry)) {
			count(entry, -1);
		}
	}

	private void count(Entry entry, int sign) {
		var amount = sign * this.window.unit().of(entry);
		this.used += amount;
		var sum = this.people.getOrDefault(entry.who(), Sum.NOTHING).plus(sign, amount, entry.urgent());
		if (sum.entries() == 0) {
			this.people.remove(entry.who());
		}
		else {
			this.people.put(entry.who(), sum);
		}
	}

	private long mine(Claim claim) {
		return this.people.getOrDefault(claim.who(), Sum.NOTHING).of(claim);
	}

	long left(Claim claim) {
		return this.window.left(claim, this.used, mine(claim));
	}

	boolean admits(Claim claim) {
		return left(claim) >= this.window.unit().least();
	}

	Shortage shortage(Claim claim) {
		return new Shortage(this.window.shortage(claim, this.used), this.window);
	}

	/**
	 * How long it is until this window would admit the claim, which it does not now.
	 * Calls that are under way are taken to be over now, and their run time to come back.
	 */
	Duration untilAdmitted(Claim claim, Instant now) {
		var forecast = new Forecast(claim);
		if (this.window.unit() == Window.Unit.RUN_TIME) {
			var underWay = this.entries.tailSet(Entry.latest(now), false);
			underWay.forEach(forecast::forget);
			return forecast.admits() ? Ledger.SOON
					: until(this.entries.headSet(Entry.latest(now), true), forecast, now);
		}
		return until(this.entries, forecast, now);
	}

	private Duration until(SortedSet<Entry> over, Forecast forecast, Instant now) {
		for (var entry : over) {
			forecast.forget(entry);
			if (forecast.admits()) {
				return reset(entry, now);
			}
		}
		return this.window.length();
	}

	private Duration reset(Entry entry, Instant now) {
		return Duration.between(now, entry.over(now).plus(this.window.length()));
	}

	private Duration reset(Instant now) {
		return this.entries.isEmpty() ? Duration.ZERO : reset(this.entries.getFirst(), now);
	}

	Standing standing(Claim claim, Instant now) {
		return new Standing(this.window, left(claim), reset(now));
	}

	Usage.OfWindow usage(Instant now) {
		var each = new HashMap<Subject, Long>();
		this.people.forEach((who, sum) -> each.put(who, sum.all()));
		return new Usage.OfWindow(this.window, this.used, reset(now), each);
	}

	/** What it counts, the oldest first. */
	List<Entry> entries() {
		return List.copyOf(this.entries);
	}

	Window window() {
		return this.window;
	}

	/** What one person took. */
	private record Sum(int entries, long all, long urgent) {

		private static final Sum NOTHING = new Sum(0, 0, 0);

		Sum plus(int count, long amount, boolean isUrgent) {
			return new Sum(this.entries + count, this.all + amount, this.urgent + (isUrgent ? amount : 0));
		}

		long of(Claim claim) {
			return claim.urgent() ? this.urgent : this.all;
		}

	}

	/** What the claim would find if some entries were forgotten. */
	private final class Forecast {

		private final Claim claim;

		private long all = SlidingWindow.this.used;

		private long mine;

		Forecast(Claim claim) {
			this.claim = claim;
			this.mine = mine(claim);
		}

		void forget(Entry entry) {
			var amount = SlidingWindow.this.window.unit().of(entry);
			this.all -= amount;
			if (entry.countsAgainst(this.claim)) {
				this.mine -= amount;
			}
		}

		boolean admits() {
			var window = SlidingWindow.this.window;
			return window.left(this.claim, this.all, this.mine) >= window.unit().least();
		}

	}

}
