package io.github.defenderbff.audit;

import io.github.defenderbff.signin.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import org.springframework.stereotype.Component;

/**
 * Writes what people do to its own logger, {@value #LOGGER}, as key and value pairs: the
 * intent before a change is sent, the outcome after, and every refusal. Nothing a caller
 * typed is written, and no token.
 */
@Component
public final class Audit {

	/** The name of the logger. */
	public static final String LOGGER = "audit";

	private static final Logger log = LoggerFactory.getLogger(LOGGER);

	/**
	 * Says what is about to be done.
	 * @param target the path of the call on this service
	 * @param decision why it was allowed
	 */
	public void intent(Person person, String operation, String target, String decision) {
		if (!log.isInfoEnabled()) {
			throw new IllegalStateException("The logger " + LOGGER + " is switched off, so nothing may be changed");
		}
		write(Level.INFO, "intent", person, operation, target, decision);
	}

	/**
	 * Says how it ended.
	 * @param outcome Defender's status, or the kind of failure
	 */
	public void outcome(Person person, String operation, String target, String outcome) {
		write(Level.INFO, "outcome", person, operation, target, outcome);
	}

	/**
	 * Says that it was refused here.
	 * @param reasons the kinds of reasons
	 */
	public void refusal(Person person, String operation, String target, String reasons) {
		write(Level.WARN, "refusal", person, operation, target, reasons);
	}

	private static void write(Level level, String event, Person person, String operation, String target,
			String result) {
		log.atLevel(level)
			.setMessage(event)
			.addKeyValue("tenant", person.tenantId())
			.addKeyValue("person", person.objectId())
			.addKeyValue("operation", operation)
			.addKeyValue("target", target)
			.addKeyValue("result", result)
			.log();
	}

}
