package io.github.defenderbff.signin;

import java.time.Duration;
import java.util.function.Predicate;

import io.github.defenderbff.store.Form;
import io.github.defenderbff.store.Records;
import io.github.defenderbff.store.Shelves;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What is left of a session whose time ran out in the store, where nobody sees that:
 * whose it was. So its end is told once, when somebody comes with its cookie, or looks
 * where its person is signed in.
 */
@Component
final class SessionTraces {

	/** So long after a session could last its end is still told. */
	private static final Duration KEPT = Duration.ofDays(7);

	private final Records<Subject> records;

	private final SignInProperties properties;

	private final ApplicationEventPublisher events;

	SessionTraces(Shelves shelves, SignInProperties properties, ApplicationEventPublisher events) {
		this.records = shelves.records("trace", new Form<>(Subject.class, (subject) -> subject, (subject) -> subject));
		this.properties = properties;
		this.events = events;
	}

	/** Leaves a trace of a session that begins. */
	void leave(String session, Subject subject) {
		var _ = this.records.add(this.records.name(session), subject, this.properties.absoluteTimeout().plus(KEPT));
	}

	/**
	 * Removes the trace of a session that is about to be ended. Were it removed after
	 * that, a request in between would tell another end.
	 */
	void remove(String session) {
		this.records.remove(this.records.name(session));
	}

	/**
	 * Tells the end of a session that was not found, if there was one. However many
	 * notice, on however many replicas, one of them tells it.
	 * @param isThere whether it is only that it cannot be read here
	 */
	void missed(String session, Predicate<String> isThere) {
		var name = this.records.name(session);
		this.records.find(name, null, null)
			.filter((_) -> !isThere.test(session) && this.records.remove(name))
			.ifPresent((trace) -> this.events
				.publishEvent(new SignInEvent.Ended(trace.value(), SessionEnd.IDLE, KeptSession.label(session))));
	}

}
