package io.github.defenderbff.live;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.relay.Calls;
import io.github.defenderbff.responsecache.Key;
import io.github.defenderbff.signin.Caller;
import org.jspecify.annotations.Nullable;

/** A stream about something that a poller asks Defender for. */
final class AnswerWatch extends Watch {

	private final Source source;

	private final Calls calls;

	private final Pollers pollers;

	private volatile @Nullable Key key;

	AnswerWatch(Viewer viewer, Stream stream, Words words, Source source, Calls calls, Pollers pollers) {
		super(viewer, stream, words);
		this.source = source;
		this.calls = calls;
		this.pollers = pollers;
	}

	/** Tells what its person was just answered, and then whatever a poller finds. */
	void begin(News first) {
		tell(first.events());
		var last = first.last();
		if (last != null) {
			end(words().end(Ending.COMPLETED, last));
			return;
		}
		looked(caller(), false);
	}

	Source source() {
		return this.source;
	}

	/** Whether its person may be given what belongs to the key, now. */
	boolean mayBeGiven(Key answered, Glance glance) {
		if (!look(glance) && !isOver()) {
			miss();
		}
		return !isOver() && isOf(answered);
	}

	private boolean isOf(Key answered) {
		return answered.equals(this.key);
	}

	/** Decides again; whose rights are others now belongs to another poller. */
	@Override
	void looked(Caller.Delegated now, boolean asBefore) {
		try {
			this.calls.require(now, this.source.subject());
			move(this.calls.key(now, this.source.subject()));
		}
		catch (Failure failure) {
			fail(failure);
		}
	}

	private synchronized void move(Key to) {
		var from = this.key;
		if (!to.equals(from)) {
			if (from != null) {
				this.pollers.leave(from, this);
			}
			this.key = to;
			this.pollers.join(to, this);
		}
	}

	@Override
	synchronized void left() {
		var from = this.key;
		if (from != null) {
			this.pollers.leave(from, this);
		}
	}

}
