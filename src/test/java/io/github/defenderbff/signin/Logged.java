package io.github.defenderbff.signin;

import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/** What one class logs while this is open. */
final class Logged implements AutoCloseable {

	private final ListAppender<ILoggingEvent> events = new ListAppender<>();

	private final Logger logger;

	Logged(Class<?> type) {
		this.logger = (Logger) LoggerFactory.getLogger(type);
		this.events.start();
		this.logger.addAppender(this.events);
	}

	/** The messages so far, each behind its level. */
	List<String> lines() {
		return this.events.list.stream().map((event) -> event.getLevel() + " " + event.getFormattedMessage()).toList();
	}

	/** The messages of warnings and errors. */
	List<String> alarms() {
		return lines().stream().filter((line) -> !line.startsWith("INFO")).toList();
	}

	@Override
	public void close() {
		this.logger.detachAppender(this.events);
	}

}
