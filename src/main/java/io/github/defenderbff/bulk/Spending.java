package io.github.defenderbff.bulk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many devices somebody changed lately, run by run.
 *
 * @param entries one for each time a run was begun or continued
 */
record Spending(List<Entry> entries) {

	/** How far back it is counted. */
	static final Duration WINDOW = Duration.ofHours(1);

	static final Spending NONE = new Spending(List.of());

	Spending {
		entries = List.copyOf(entries);
	}

	/** The same without what is an hour old. */
	Spending at(Instant now) {
		return new Spending(this.entries.stream().filter((entry) -> entry.free().isAfter(now)).toList());
	}

	/** How many devices it is together. */
	int machines() {
		return this.entries.stream().mapToInt(Entry::machines).sum();
	}

	/** The same, with what an owner may spend until then. */
	Spending with(String owner, int machines, Instant until) {
		var more = new ArrayList<>(this.entries);
		more.add(new Entry(owner, machines, until, true));
		return new Spending(more);
	}

	/** The same, with what an owner did spend. */
	Spending settled(String owner, int machines, Instant now) {
		var settled = new ArrayList<Entry>();
		for (var entry : this.entries) {
			if (!entry.open() || !entry.owner().equals(owner)) {
				settled.add(entry);
			}
			else if (machines > 0) {
				settled.add(new Entry(owner, machines, now, false));
			}
		}
		return new Spending(settled);
	}

	/** When so many devices are free again; the last time there is for more. */
	Instant free(int machines) {
		var free = 0;
		var when = Instant.EPOCH;
		for (var entry : this.entries.stream().sorted(Comparator.comparing(Entry::until)).toList()) {
			if (free >= machines) {
				break;
			}
			free += entry.machines();
			when = entry.free();
		}
		return when;
	}

	/**
	 * What a run spends.
	 *
	 * @param owner who carries it out
	 * @param machines how many devices
	 * @param until when it was over, or will be at the latest
	 * @param open whether it may spend still
	 */
	record Entry(String owner, int machines, Instant until, boolean open) {

		/** When it counts no longer. */
		Instant free() {
			return this.until.plus(WINDOW);
		}

	}

}
