package io.github.defenderbff.quota;

import java.time.Duration;
import java.time.Instant;

/** A ledger's part for one family; what it promises stands at {@link Ledger}. */
interface Account {

	/** Takes what is claimed, or nothing. */
	Verdict take(Claim claim, Instant now);

	/** Says that a call is over. */
	void settle(Entry entry, Duration ran, Instant now);

	/** Takes back an entry whose call was never sent. */
	void undo(Entry entry);

	/** Defender wants to be left alone. */
	void pause(Duration retryAfter, Instant now);

	/** How much is used. */
	Usage usage(Instant now);

}
