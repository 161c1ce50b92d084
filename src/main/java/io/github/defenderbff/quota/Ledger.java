package io.github.defenderbff.quota;

import java.time.Duration;
import java.time.Instant;

/**
 * Who took how much of each family's limits, and when. All that it keeps of a family is
 * its entries and until when it is paused. Safe for use by several threads; each method
 * is atomic for its family.
 * <p>
 * In no span of a window's length do the calls that arrive at Defender, and the run time
 * of the queries that end there, pass the window's limit, as long as each call is settled
 * when it is over: it counts from before it is sent until a window's length after that.
 */
interface Ledger {

	/**
	 * Takes what is claimed from every window of the family, or nothing. Of run time it
	 * takes as much as is left, up to the longest a call may run, but never less than
	 * {@link Window.Unit#least()}.
	 * @param now the time; not before that of an earlier call
	 */
	Verdict take(Family family, Claim claim, Instant now);

	/**
	 * Says that a call is over. A call of which nobody ever says so counts as over after
	 * {@link #LONGEST_CALL}.
	 * @param entry as it was taken; settled once
	 * @param ran how long it ran; not more than what it took
	 */
	void settle(Family family, Entry entry, Duration ran, Instant now);

	/** Takes back an entry whose call was never sent. */
	void undo(Family family, Entry entry);

	/** Defender wants to be left alone; a pause that lasts longer is not shortened. */
	void pause(Family family, Duration retryAfter, Instant now);

	/** How much is used. */
	Usage usage(Family family, Instant now);

	/** Longer than any call is under way. */
	Duration LONGEST_CALL = Duration.ofMinutes(10);

	/**
	 * How long to wait where a query that is under way may give run time back any moment.
	 */
	Duration SOON = Duration.ofSeconds(1);

}
