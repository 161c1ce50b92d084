package io.github.defenderbff.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A ledger in the memory of this process. */
final class LocalLedger implements Ledger {

	private final Map<String, Book> books = new ConcurrentHashMap<>();

	private Book of(Family family) {
		return this.books.computeIfAbsent(family.operation(), (_) -> new Book(family, Contents.none()));
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
