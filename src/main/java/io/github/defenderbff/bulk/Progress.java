package io.github.defenderbff.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import io.github.defenderbff.bulk.Step.Outcome;
import io.github.defenderbff.store.Records.Held;
import org.jspecify.annotations.Nullable;

/**
 * A run in the hands of its owner. Before a device's turn it is written that its call is
 * under way, and only who could write that makes the call: so no device has two.
 */
final class Progress {

	private final Runs runs;

	private final ReentrantLock lock = new ReentrantLock();

	private final int triedBefore;

	private Held<Run> held;

	private Run run;

	private boolean over;

	private @Nullable Stop stopped;

	Progress(Runs runs, Held<Run> held) {
		this.runs = runs;
		this.held = held;
		this.run = held.value();
		this.triedBefore = this.run.tried();
	}

	Order order() {
		return this.run.order();
	}

	String id() {
		return this.run.id();
	}

	String owner() {
		return this.run.owner();
	}

	/**
	 * Takes the next device; empty if there is none, or somebody else owns the run. If it
	 * fails, the device is not taken.
	 */
	Optional<String> take() {
		this.lock.lock();
		try {
			var next = this.over ? Optional.<Step>empty() : this.run.next();
			if (next.isEmpty()) {
				return Optional.empty();
			}
			var taken = this.run.with(next.get().now(Outcome.SENDING));
			return write(taken) ? next.map(Step::machine) : Optional.empty();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Takes note of what became of a device; if it cannot be written, later. */
	void set(Step step) {
		this.lock.lock();
		try {
			this.run = this.run.with(step);
			write(this.run);
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Takes no further device. */
	void stop(Stop why) {
		this.lock.lock();
		try {
			this.over = true;
			this.stopped = (this.stopped != null) ? this.stopped : why;
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Whether no further device will be taken. */
	boolean isOver() {
		this.lock.lock();
		try {
			return this.over || this.run.next().isEmpty();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Says that the owner lives. */
	void live() {
		this.runs.live(this.run.id(), this.run.owner());
	}

	/** The devices whose turn is yet to come. */
	List<String> waiting() {
		this.lock.lock();
		try {
			return this.run.waiting();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** How many devices this owner tried. */
	int tried() {
		this.lock.lock();
		try {
			return Math.max(0, this.run.tried() - this.triedBefore);
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Leaves the run; what waits may be continued by whoever is asked to. */
	void end(Instant now) {
		this.lock.lock();
		try {
			this.over = true;
			if (write(this.run.ended(now, this.stopped))) {
				this.runs.leave(this.run.id(), this.run.owner());
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Writes the run as it is known here, which is the truth as long as it has no other
	 * owner; false where it has, or is gone.
	 */
	private boolean write(Run wanted) {
		for (var next = wanted;;) {
			var kept = this.runs.replace(this.held, next);
			if (kept.isPresent()) {
				this.held = kept.get();
				this.run = next;
				return true;
			}
			var found = this.runs.find(next.id()).orElse(null);
			if (found == null || !found.value().owner().equals(next.owner())) {
				this.over = true;
				tell(found);
				return false;
			}
			this.held = found;
			next = next.learning(found.value());
		}
	}

	/** Tells the next owner what became of calls that were under way. */
	private void tell(@Nullable Held<Run> others) {
		for (var found = others; found != null;) {
			var wiser = found.value().learning(this.run);
			if (wiser.equals(found.value()) || this.runs.replace(found, wiser).isPresent()) {
				return;
			}
			found = this.runs.find(this.run.id()).orElse(null);
		}
	}

}
