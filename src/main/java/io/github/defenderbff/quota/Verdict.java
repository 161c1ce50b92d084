package io.github.defenderbff.quota;

import java.time.Duration;
import java.util.List;

/** What a ledger says to a claim. */
sealed interface Verdict {

	/** How the person stands with each limit, now that this was said. */
	List<Standing> standings();

	/**
	 * It was taken.
	 *
	 * @param entry what stands in the ledger now, to be settled when the call is over
	 */
	record Taken(Entry entry, List<Standing> standings) implements Verdict {

		public Taken {
			standings = List.copyOf(standings);
		}

	}

	/**
	 * Nothing was taken.
	 *
	 * @param atLeast how long it is until it could be, if nobody else took anything; more
	 * than zero
	 * @param shortage what there is to wait for
	 */
	record Wait(Duration atLeast, Shortage shortage, List<Standing> standings) implements Verdict {

		public Wait {
			standings = List.copyOf(standings);
		}

	}

}
