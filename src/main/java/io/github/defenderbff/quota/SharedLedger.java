package io.github.defenderbff.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A ledger that all instances keep together. While the books of all cannot be reached,
 * this one goes on alone with a part of each limit.
 */
final class SharedLedger implements Ledger {

	private final Map<String, SharedBook> books = new ConcurrentHashMap<>();

	private final SharedBooks shared;

	private final double localFraction;

	SharedLedger(SharedBooks shared, double localFraction) {
		this.shared = shared;
		this.localFraction = localFraction;
	}

	private SharedBook of(Family family) {
		return this.books.computeIfAbsent(family.operation(),
				(_) -> new SharedBook(this.shared, family, this.localFraction));
	}

	@Override
	public Verdict take(Family family, Claim claim, Instant now) {
		return of(family).take(claim, now);
	}

	@Override
	public void settle(Family family, Entry entry, Duration ran, Instant now) {
		of(family).settle(entry, ran, now);
	}

	@Override
	public void undo(Family family, Entry entry) {
		of(family).undo(entry);
	}

	@Override
	public void pause(Family family, Duration retryAfter, Instant now) {
		of(family).pause(retryAfter, now);
	}

	@Override
	public Usage usage(Family family, Instant now) {
		return of(family).usage(now);
	}

}
