package io.github.defenderbff.signin;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.github.defenderbff.store.Records;
import io.github.defenderbff.store.Records.Held;

/**
 * The record of one session as it was last seen, and the way to where it is kept. It is
 * replaced there only by who has seen what it replaces.
 */
final class KeptSession {

	/** Of a hash of 256 bits; enough to tell sessions apart, and of no other use. */
	private static final int LABEL = 16;

	private final Records<SessionRecord> records;

	private final SessionTraces traces;

	private final String name;

	private volatile Held<SessionRecord> held;

	private volatile boolean ended;

	KeptSession(Records<SessionRecord> records, SessionTraces traces, String name, Held<SessionRecord> held) {
		this.records = records;
		this.traces = traces;
		this.name = name;
		this.held = held;
	}

	String name() {
		return this.name;
	}

	/** The id of a session, which reveals nothing of its secret. */
	static String id(String name) {
		return name.substring(name.lastIndexOf(':') + 1);
	}

	/** What entries of the audit about one session have in common. */
	static String label(String name) {
		return id(name).substring(0, LABEL);
	}

	Held<SessionRecord> held() {
		return this.held;
	}

	SessionRecord record() {
		return this.held.value();
	}

	/** Whether it is known to have ended. */
	boolean isOver() {
		return this.ended;
	}

	/** Takes note of what somebody else may have changed. */
	void found(Held<SessionRecord> found) {
		if (!this.ended) {
			this.held = found;
		}
	}

	/**
	 * Forgets the tokens where they are kept, and then here; false if it was over
	 * already.
	 */
	boolean end() {
		this.traces.remove(this.name);
		var removed = this.records.remove(this.name);
		forget();
		return removed;
	}

	private void forget() {
		this.ended = true;
		this.held = new Held<>(record().withoutTokens(), new byte[0], Duration.ZERO);
	}

	/**
	 * Does nothing unless it is known to have ended.
	 * @throws SessionEnded if that is so
	 */
	void requireLiving() {
		if (this.ended) {
			throw hasEnded();
		}
	}

	private static SessionEnded hasEnded() {
		return new SessionEnded("The session has ended. Sign in again; nothing was changed.");
	}

	/**
	 * The record as it is kept now.
	 * @throws SessionEnded if there is none any more
	 */
	SessionRecord seen() {
		requireLiving();
		var found = this.records.find(this.name, null, this.held);
		if (found.isEmpty()) {
			forget();
			throw hasEnded();
		}
		found(found.get());
		return found.get().value();
	}

	/**
	 * Changes the record, and again if it had changed since it was last seen.
	 * @throws SessionEnded if there is none any more
	 */
	SessionRecord change(UnaryOperator<SessionRecord> change) {
		requireLiving();
		for (var before = this.held;; before = this.held) {
			var after = change.apply(before.value());
			if (after.equals(before.value())) {
				return after;
			}
			var kept = this.records.replace(this.name, before, after);
			if (kept.isPresent()) {
				found(kept.get());
				return after;
			}
			seen();
		}
	}

	/**
	 * Exchanges tokens, while no other replica does so for the same session. The provider
	 * may be asked twice for it, with one credential and then with another.
	 */
	<T> T exchange(Supplier<T> exchange) {
		return this.records.alone(this.name, TokenEndpoint.LONGEST.multipliedBy(2), exchange);
	}

	/** A number from 0 to 1 that is another one for each session. */
	double share() {
		return (this.name.hashCode() & 0xffff) / (double) 0xffff;
	}

}
