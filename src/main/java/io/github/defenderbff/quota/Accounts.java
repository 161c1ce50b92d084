package io.github.defenderbff.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A ledger that opens an account for each family with the first question. */
final class Accounts implements Ledger {

	private final Map<String, Account> accounts = new ConcurrentHashMap<>();

	private final Function<Family, Account> open;

	private Accounts(Function<Family, Account> open) {
		this.open = open;
	}

	/** One in the memory of this process. */
	static Accounts local() {
		return new Accounts((family) -> new Book(family, Contents.none()));
	}

	/**
	 * One that all instances keep together. While the books of all cannot be reached,
	 * this one goes on alone with a part of each limit.
	 */
	static Accounts shared(SharedBooks books, double localFraction) {
		return new Accounts((family) -> new SharedBook(books, family, localFraction));
	}

	private Account of(Family family) {
		return this.accounts.computeIfAbsent(family.operation(), (_) -> this.open.apply(family));
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
