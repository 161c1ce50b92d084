package io.github.defenderbff.quota;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The way to Defender for one family: whoever comes passes while something is left, or
 * waits a short while for their turn.
 */
final class Gate {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final Family family;

	private final Ledger ledger;

	private final Line line;

	private final Duration longestWait;

	private final Watch watch;

	private Instant next = Instant.MAX;

	Gate(Family family, Ledger ledger, QuotaProperties properties, Watch watch) {
		this.family = family;
		this.ledger = ledger;
		this.line = new Line(properties.longestQueue());
		this.longestWait = properties.longestWait();
		this.watch = watch;
	}

	/** Takes what is claimed, at once or after a while. */
	Turn enter(Claim claim, boolean patient) {
		this.lock.lock();
		try {
			var place = this.line.join(claim);
			try {
				admit();
				var waited = patient && await(place);
				return new Turn(place.verdict(), waited);
			}
			finally {
				this.line.leave(place);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean await(Place place) {
		var deadline = now().plus(this.longestWait);
		if (!mayWait(place, deadline)) {
			return false;
		}
		this.line.shorten(place);
		this.changed.signalAll();
		try {
			while (mayWait(place, deadline)) {
				this.watch.await(this.changed, Duration.between(now(), earlier(this.next, deadline)));
				if (!now().isBefore(this.next)) {
					admit();
				}
			}
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
		return true;
	}

	/** Nobody waits who would wait in vain. */
	private boolean mayWait(Place place, Instant deadline) {
		return place.verdict() instanceof Verdict.Wait && !place.isLost() && now().isBefore(deadline)
				&& !place.ready().isAfter(deadline);
	}

	private static Instant earlier(Instant one, Instant other) {
		return one.isBefore(other) ? one : other;
	}

	private void admit() {
		var now = now();
		this.line.admit((claim) -> this.ledger.take(this.family, claim, now), now);
		this.next = this.line.next();
		this.changed.signalAll();
	}

	private Instant now() {
		return this.watch.clock().instant();
	}

	/** A call is over, or will be then; what it gives back is for those who wait. */
	void settle(Entry entry, Duration ran, Instant over) {
		change(() -> this.ledger.settle(this.family, entry, ran, over));
	}

	/** A call was not sent. */
	void undo(Entry entry) {
		change(() -> this.ledger.undo(this.family, entry));
	}

	/** Defender wants to be left alone; those who wait are told. */
	void pause(Duration retryAfter) {
		change(() -> this.ledger.pause(this.family, retryAfter, now()));
	}

	private void change(Runnable what) {
		this.lock.lock();
		try {
			what.run();
			admit();
		}
		finally {
			this.lock.unlock();
		}
	}

	Usage usage() {
		return this.ledger.usage(this.family, now());
	}

	/** How many calls wait. */
	int waiting() {
		this.lock.lock();
		try {
			return this.line.length();
		}
		finally {
			this.lock.unlock();
		}
	}

	Family family() {
		return this.family;
	}

	/**
	 * How somebody fared.
	 *
	 * @param verdict what was said in the end
	 * @param waited whether they waited for it
	 */
	record Turn(Verdict verdict, boolean waited) {

	}

}
