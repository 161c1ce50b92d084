package io.github.defenderbff;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.slf4j.LoggerFactory;

/** What the log says, byte for byte as it is written, while this is open. */
public final class LogCapture extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private final Queue<String> records = new ConcurrentLinkedQueue<>();

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final Encoder<ILoggingEvent> encoder;

	public LogCapture() {
		this.encoder = ((ConsoleAppender<ILoggingEvent>) this.root.getAppender("CONSOLE")).getEncoder();
		setContext(this.root.getLoggerContext());
		start();
		this.root.addAppender(this);
	}

	@Override
	protected void append(ILoggingEvent event) {
		this.records.add(new String(this.encoder.encode(event), StandardCharsets.UTF_8));
	}

	/** The records, each with the line breaks that were written. */
	public List<String> records() {
		return List.copyOf(this.records);
	}

	@Override
	public void close() {
		this.root.detachAppender(this);
		stop();
	}

}
