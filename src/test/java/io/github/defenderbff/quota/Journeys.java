package io.github.defenderbff.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.defenderbff.quota.Schedule.Deed;
import org.jspecify.annotations.Nullable;

/** Calls on their way, and when Defender counts each: some time on the way. */
final class Journeys {

	private final List<Journey> underWay = new ArrayList<>();

	private final List<Entry> arrivals = new ArrayList<>();

	void begin(Entry entry, Instant at) {
		this.underWay.add(new Journey(entry, at, entry.ran()));
	}

	/** One of those under way is over; null if none is. */
	@Nullable Journey end(Deed.Settle settle, Instant now) {
		if (this.underWay.isEmpty()) {
			return null;
		}
		var journey = this.underWay.remove(settle.which() % this.underWay.size()).ran(settle.percent());
		arrive(journey, now, settle.which());
		return journey;
	}

	/** Nobody says so of calls that are lost, but they are over all the same. */
	void endThoseBefore(Instant begin) {
		this.underWay.removeIf((journey) -> {
			var isLost = journey.begin().isBefore(begin);
			if (isLost) {
				arrive(journey, journey.begin().plus(Ledger.LONGEST_CALL), this.arrivals.size() % 100);
			}
			return isLost;
		});
	}

	private void arrive(Journey journey, Instant end, int percent) {
		var way = Duration.between(journey.begin(), end).multipliedBy(percent).dividedBy(100);
		this.arrivals.add(journey.entry().ended(journey.begin().plus(way), journey.ran()));
	}

	List<Entry> arrivals() {
		return this.arrivals;
	}

	/** One call. */
	record Journey(Entry entry, Instant begin, Duration ran) {

		Journey ran(int percent) {
			return new Journey(this.entry, this.begin, this.ran.multipliedBy(percent).dividedBy(100));
		}

	}

}
