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

import org.springframework.boot.logging.logback.StructuredLogEncoder;

/** What the log says, byte for byte as it is written, while this is open. */
public final class LogCapture extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private final Queue<String> records = new ConcurrentLinkedQueue<>();

	private final Logger root = root();

	private final Encoder<ILoggingEvent> encoder;

	/** What a developer reads. */
	public LogCapture() {
		this(((ConsoleAppender<ILoggingEvent>) root().getAppender("CONSOLE")).getEncoder());
	}

	private LogCapture(Encoder<ILoggingEvent> encoder) {
		this.encoder = encoder;
		setContext(this.root.getLoggerContext());
		start();
		this.root.addAppender(this);
	}

	/** What a machine reads, in one of Spring Boot's structured formats. */
	public static LogCapture structured(String format) {
		var encoder = new StructuredLogEncoder();
		encoder.setContext(root().getLoggerContext());
		encoder.setFormat(format);
		encoder.start();
		return new LogCapture(encoder);
	}

	private static Logger root() {
		return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
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
