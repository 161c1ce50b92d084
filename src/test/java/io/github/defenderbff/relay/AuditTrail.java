package io.github.defenderbff.relay;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

	/** Each event with whom and what it is about, and what it says of that. */
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
		var pairs = event.getKeyValuePairs()
			.stream()
			.collect(Collectors.toMap((pair) -> pair.key, (pair) -> pair.value));
		var values = Stream
			.of("organization.id", "user.id", "defender.operation", "url.path", "defender.decision", "defender.change",
					"http.response.status_code", "defender.action_id", "event.reason")
			.filter(pairs::containsKey)
			.map((name) -> String.valueOf(pairs.get(name)));
		this.lines.add(Stream.concat(Stream.of(event.getMessage()), values).collect(Collectors.joining(" ")));
	}

	@Override
	public void close() {
		LOGGER.detachAppender(this);
	}

}
