package io.github.defenderbff.responsecache;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The last changes in their order, so that an answer which was on its way while one of
 * them happened is known by it. Of older ones nothing is known, and the worst assumed.
 */
final class ChangeLog {

	/** More than happen while Defender answers. */
	private static final int REMEMBERED = 1024;

	private final Deque<Entry> last = new ArrayDeque<>();

	private volatile long number;

	/** To be taken before Defender is asked. */
	long mark() {
		return this.number;
	}

	synchronized void add(Change change) {
		if (this.last.size() == REMEMBERED) {
			this.last.removeFirst();
		}
		this.last.addLast(new Entry(this.number + 1, change));
		this.number++;
	}

	/** Whether a change since the mark touches an answer with these tags. */
	boolean overtook(long mark, Tags tags) {
		return this.number != mark && search(mark, tags);
	}

	private synchronized boolean search(long mark, Tags tags) {
		if (this.number - mark > this.last.size()) {
			return true;
		}
		var changes = this.last.descendingIterator();
		while (changes.hasNext()) {
			var entry = changes.next();
			if (entry.number() <= mark) {
				return false;
			}
			if (entry.change().touches(tags)) {
				return true;
			}
		}
		return false;
	}

	private record Entry(long number, Change change) {

	}

}
