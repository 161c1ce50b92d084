package io.github.defenderbff.live;

import java.util.IdentityHashMap;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.signin.SessionCallers;
import io.github.defenderbff.signin.Tokens;

/**
 * What sessions say at one moment. Each is asked once, and none any more once the store
 * does not answer.
 */
final class Glance {

	private final SessionCallers sessions;

	private final IdentityHashMap<Tokens, Session> seen = new IdentityHashMap<>();

	private final boolean routine;

	private boolean storeIsAway;

	private Glance(SessionCallers sessions, boolean routine) {
		this.sessions = sessions;
		this.routine = routine;
	}

	/** One because something happened. */
	static Glance now(SessionCallers sessions) {
		return new Glance(sessions, false);
	}

	/** One because it is time for it. */
	static Glance routine(SessionCallers sessions) {
		return new Glance(sessions, true);
	}

	/** Whether nothing is known to have happened. */
	boolean isRoutine() {
		return this.routine;
	}

	Session at(Caller.Delegated person) {
		return this.seen.computeIfAbsent(person.tokens(), (_) -> look(person));
	}

	private Session look(Caller.Delegated person) {
		if (this.storeIsAway) {
			return new Session.Unknown();
		}
		try {
			return this.sessions.now(person)
				.filter(Caller.Delegated.class::isInstance)
				.<Session>map((now) -> new Session.Lives((Caller.Delegated) now))
				.orElseGet(Session.Over::new);
		}
		catch (Failure _) {
			this.storeIsAway = true;
			return new Session.Unknown();
		}
	}

	/** What is known of a session. */
	sealed interface Session {

		/**
		 * It may be used.
		 *
		 * @param caller whose it is, by what it says now
		 */
		record Lives(Caller.Delegated caller) implements Session {

		}

		/** It may not be used any more. */
		record Over() implements Session {

		}

		/** It cannot be read for now. */
		record Unknown() implements Session {

		}

	}

}
