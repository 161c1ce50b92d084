package io.github.defenderbff.signin;

import org.springframework.stereotype.Component;

/** Ends sessions of people other than the caller, for who may do so. */
@Component
public final class PersonSessions {

	private final Sessions sessions;

	PersonSessions(Sessions sessions) {
		this.sessions = sessions;
	}

	/**
	 * Ends all sessions of a person, on every replica.
	 * @param person the person; one who has no session is no error
	 * @return how many there were
	 */
	public int endAll(Subject person) {
		var all = this.sessions.ofPerson(person);
		this.sessions.endAll(all, SessionEnd.ENDED_BY_ADMINISTRATOR);
		return all.size();
	}

}
