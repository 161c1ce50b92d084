package io.github.defenderbff.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.defenderbff.quota.SharedBooks.Page;
import org.jspecify.annotations.Nullable;

/**
 * The book of one family that all instances write in, and the one of this instance with
 * all that it took itself. What the shared one does not know yet is brought there with
 * the next writing; one that was lost and begun anew gets all of this instance's own.
 */
final class SharedBook implements Account {

	/**
	 * Whoever is overtaken has met another's writing, of which there are no more than the
	 * limits allow. So this is never reached, except by a fault.
	 */
	private static final int MOST_ATTEMPTS = 100;

	private static final long LONGEST_REST = Duration.ofMillis(2).toNanos();

	/** Nobody remembers one that is longer, and Defender would ask for it again. */
	private static final Duration PAUSES = Duration.ofDays(1);

	private static final int MOST_OWED = 4096;

	private final SharedBooks shared;

	private final Family family;

	private final Book own;

	private final Duration keep;

	/** What was done in the own book and not in the shared one. */
	private final Deque<Consumer<Book>> owed = new ArrayDeque<>();

	private @Nullable Copy known;

	private Duration ahead = Duration.ZERO;

	/** Of the shared book that was written last. */
	private long origin;

	SharedBook(SharedBooks shared, Family family, double localFraction) {
		this.shared = shared;
		this.family = family;
		this.own = new Book(family.part(localFraction), Contents.apart());
		this.keep = family.longestWindow().plus(PAUSES);
	}

	@Override
	public synchronized Verdict take(Claim claim, Instant now) {
		this.own.moveTo(shared(now));
		var verdict = together((book) -> book.take(claim, shared(now)));
		if (verdict == null) {
			return takeAlone(claim, shared(now));
		}
		if (verdict instanceof Verdict.Taken(var entry, var _)) {
			this.own.add(entry);
		}
		return verdict;
	}

	private Verdict takeAlone(Claim claim, Instant now) {
		var verdict = this.own.take(claim, now);
		if (verdict instanceof Verdict.Taken(var entry, var _)) {
			owe((book) -> book.add(entry));
		}
		return verdict;
	}

	/** The time as the clock tells it that all go by. */
	private Instant shared(Instant time) {
		return time.plus(this.ahead);
	}

	@Override
	public synchronized void settle(Entry entry, Duration ran, Instant over) {
		var when = shared(over);
		change((book) -> book.settle(entry, ran, when));
	}

	@Override
	public synchronized void undo(Entry entry) {
		change((book) -> book.undo(entry));
	}

	@Override
	public synchronized void pause(Duration retryAfter, Instant now) {
		var from = shared(now);
		change((book) -> book.pause(retryAfter, from));
	}

	@Override
	public synchronized Usage usage(Instant now) {
		this.own.moveTo(shared(now));
		var usage = together((book) -> book.usage(shared(now)));
		return ((usage != null) ? usage : this.own.usage(shared(now))).earlier(this.ahead);
	}

	private void change(Consumer<Book> what) {
		what.accept(this.own);
		owe(what);
		var _ = together((_) -> what);
	}

	private void owe(Consumer<Book> what) {
		this.owed.add(what);
		if (this.owed.size() > MOST_OWED) {
			this.owed.removeFirst();
		}
	}

	/** Does something in the shared book; null if that cannot be reached. */
	private <T> @Nullable T together(Function<Book, T> deed) {
		for (var attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
			var copy = read();
			if (copy == null) {
				return null;
			}
			var isChanged = bring(copy);
			var done = deed.apply(copy.book());
			var isToWrite = isChanged || done instanceof Verdict.Taken;
			if (!isToWrite || write(copy)) {
				return done;
			}
			LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_REST));
		}
		return null;
	}

	private @Nullable Copy read() {
		var before = this.known;
		var page = this.shared.read(this.family.operation(), (before != null) ? before.page() : null);
		if (page == null) {
			return null;
		}
		this.ahead = page.ahead();
		this.known = (before != null && before.page().versions().equals(page.versions()))
				? new Copy(page, before.book()) : copy(page);
		return this.known;
	}

	private Copy copy(Page page) {
		var contents = (page.text().length > 0) ? Contents.read(page.text()) : Contents.none();
		return new Copy(page, new Book(this.family, contents));
	}

	/** Whether there was anything to bring. */
	private boolean bring(Copy copy) {
		if (copy.book().origin() != this.origin) {
			return copy.book().addAll(this.own.contents());
		}
		this.owed.forEach((what) -> what.accept(copy.book()));
		return !this.owed.isEmpty();
	}

	private boolean write(Copy copy) {
		this.known = this.shared.write(this.family.operation(), copy.page(), copy.book().contents().bytes(), this.keep)
			.map((page) -> new Copy(page, copy.book()))
			.orElse(null);
		if (this.known == null) {
			return false;
		}
		this.origin = copy.book().origin();
		this.owed.clear();
		return true;
	}

	/**
	 * The shared book as it was read or written last.
	 *
	 * @param page where it was found
	 * @param book what it says, and nothing that is not written there
	 */
	private record Copy(Page page, Book book) {

	}

}
