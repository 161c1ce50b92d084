package io.github.defenderbff.relay;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.defenderbff.audit.Audit;
import org.slf4j.LoggerFactory;

/** What was written to the audit's logger while it is open. */
final class AuditTrail extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(Audit.LOGGER);

	private final List<String> lines = new CopyOnWriteArrayList<>();

	private volatile boolean full;

	static AuditTrail open() {
		var trail = new AuditTrail();
		trail.start();
		LOGGER.addAppender(trail);
		return trail;
	}

	/** Nothing can be written any more. */
	void fill() {
		this.full = true;
	}

	/** Each event with its operation, target, result and kinds of reasons. */
	List<String> lines() {
		return this.lines;
	}

	@Override
	public synchronized void doAppend(ILoggingEvent event) {
		if (this.full) {
			throw new IllegalStateException("no space left");
		}
		super.doAppend(event);
	}

	@Override
	protected void append(ILoggingEvent event) {
		var line = new StringBuilder(event.getMessage());
		event.getKeyValuePairs().forEach((pair) -> line.append(' ').append(text(pair.value)));
		this.lines.add(line.toString());
	}

	/** Reasons are shown by their kinds. */
	private static Object text(Object value) {
		return (value instanceof List<?> reasons)
				? reasons.stream().map((reason) -> reason.getClass().getSimpleName()).collect(Collectors.joining(","))
				: value;
	}

	@Override
	public void close() {
		LOGGER.detachAppender(this);
	}

}
