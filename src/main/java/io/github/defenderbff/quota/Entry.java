package io.github.defenderbff.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

import io.github.defenderbff.signin.Subject;

/**
 * One call in the ledger.
 *
 * @param id tells apart what happened at the same time
 * @param who for whom
 * @param urgent whether it was a change or a change depended on it
 * @param at when it ended; while it is under way, when it will have at the latest, which
 * is in the future. Windows count it from when it was taken until their length after this
 * @param ran how much run time it took; while it is under way, what it may take at most
 */
record Entry(long id, Subject who, boolean urgent, Instant at, Duration ran) {

	private static final Subject NOBODY = new Subject(Subject.Kind.PERSON, "", "");

	static final Comparator<Entry> BY_TIME = Comparator.comparing(Entry::at).thenComparingLong(Entry::id);

	/** What sorts after all entries at this time. */
	static Entry latest(Instant at) {
		return new Entry(Long.MAX_VALUE, NOBODY, false, at, Duration.ZERO);
	}

	/** Whether it is among what the claim's person has had. */
	boolean countsAgainst(Claim claim) {
		return this.who.equals(claim.who()) && (this.urgent || !claim.urgent());
	}

	/** The same call when it is over. */
	Entry ended(Instant when, Duration ranFor) {
		return new Entry(this.id, this.who, this.urgent, when, ranFor);
	}

	/** Since when it is over; while it is under way, it might be from now on. */
	Instant over(Instant now) {
		return isUnderWay(now) ? now : this.at;
	}

	boolean isUnderWay(Instant now) {
		return this.at.isAfter(now);
	}

}
