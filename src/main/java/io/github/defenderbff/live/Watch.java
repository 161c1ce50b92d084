package io.github.defenderbff.live;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.signin.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's stream: who they are by what their session says, and what they were told.
 */
abstract sealed class Watch permits AnswerWatch, PermissionWatch {

	/** More than can be told twice: what a resumed stream and its poller both find. */
	private static final int REMEMBERED = 2000;

	private final Viewer viewer;

	private final Stream stream;

	private final Words words;

	private final Set<String> told = new LinkedHashSet<>(4);

	private volatile Caller.Delegated caller;

	private volatile boolean missed;

	/** A poller and a look may find the same out at the same time. */
	private final AtomicBoolean failed = new AtomicBoolean();

	Watch(Viewer viewer, Stream stream, Words words) {
		this.viewer = viewer;
		this.stream = stream;
		this.words = words;
		this.caller = viewer.caller();
	}

	final Viewer viewer() {
		return this.viewer;
	}

	final Words words() {
		return this.words;
	}

	/** Who it is, as of the last look. */
	final Caller.Delegated caller() {
		return this.caller;
	}

	final Subject subject() {
		return this.viewer.caller().subject();
	}

	final boolean isOver() {
		return this.stream.isOver();
	}

	/**
	 * Looks at the session, and decides again; false if nothing may be told now. Who
	 * missed something meanwhile opens the stream again and resumes it.
	 */
	final boolean look(Glance glance) {
		if (isOver()) {
			return false;
		}
		switch (glance.at(this.caller)) {
			case Glance.Session.Unknown _ -> {
				return false;
			}
			case Glance.Session.Over _ -> signedOut();
			case Glance.Session.Lives _ when this.missed -> this.stream.end(this.words.reconnect());
			case Glance.Session.Lives(var now) -> {
				var same = now.evidence().equals(this.caller.evidence());
				this.caller = now;
				looked(now, same && glance.isRoutine());
			}
		}
		return !isOver();
	}

	/**
	 * The session lives: what follows from who it is now?
	 * @param asBefore whether nothing is known that could have changed the person's
	 * rights
	 */
	abstract void looked(Caller.Delegated now, boolean asBefore);

	/** The stream is over. */
	abstract void left();

	/** Something could not be told, since it is not known whether the session lives. */
	final void miss() {
		this.missed = true;
	}

	void signedOut() {
		this.stream.end(this.words.end(Ending.SESSION_ENDED));
	}

	/** Whether any of it was not told. */
	final synchronized boolean isNews(List<Event> events) {
		return events.stream().anyMatch((event) -> event.key() != null && !this.told.contains(event.key()));
	}

	/** Who missed something is told nothing after it, and resumes from before. */
	final void tell(List<Event> events) {
		if (!this.missed) {
			events.stream().filter((event) -> isNews(event.key())).forEach(this.stream::tell);
		}
	}

	/** Takes something for told. */
	final void knows(@Nullable String key) {
		isNews(key);
	}

	private synchronized boolean isNews(@Nullable String key) {
		if (key == null) {
			return true;
		}
		var news = this.told.add(key);
		if (this.told.size() > REMEMBERED) {
			this.told.remove(this.told.iterator().next());
		}
		return news;
	}

	final void end(Event last) {
		this.stream.end(last);
	}

	final void heartbeat() {
		this.stream.tell(Event.HEARTBEAT);
	}

	/** This instance stops. */
	final void reconnect() {
		this.stream.end(this.words.reconnect());
	}

	/** Tells what went wrong; the stream goes on. */
	final void trouble(Failure failure) {
		this.stream.tell(this.words.problem(failure, this.viewer.correlation()));
	}

	/** Tells what went wrong, and that there will be nothing more. */
	final void fail(Failure failure) {
		if (this.failed.compareAndSet(false, true)) {
			trouble(failure);
			this.stream.end(this.words.end(Ending.PROBLEM));
		}
	}

}
