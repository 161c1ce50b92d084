package io.github.defenderbff.quota;

import java.time.Duration;
import java.time.Instant;

/** Two ledgers that are asked in turns. */
final class InTurns implements Ledger {

	private Ledger next;

	private Ledger last;

	InTurns(Ledger one, Ledger other) {
		this.next = one;
		this.last = other;
	}

	private Ledger next() {
		var turn = this.next;
		this.next = this.last;
		this.last = turn;
		return turn;
	}

	@Override
	public Verdict take(Family family, Claim claim, Instant now) {
		return next().take(family, claim, now);
	}

	@Override
	public void settle(Family family, Entry entry, Duration ran, Instant now) {
		next().settle(family, entry, ran, now);
	}

	@Override
	public void undo(Family family, Entry entry) {
		next().undo(family, entry);
	}

	@Override
	public void pause(Family family, Duration retryAfter, Instant now) {
		next().pause(family, retryAfter, now);
	}

	@Override
	public Usage usage(Family family, Instant now) {
		return next().usage(family, now);
	}

}
