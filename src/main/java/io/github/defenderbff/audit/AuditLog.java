package io.github.defenderbff.audit;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The log as a place for the audit. */
@Component
final class AuditLog implements DisposableBean {

	private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

	private final Appenders appenders = new Appenders();

	AuditLog() {
		this.context.getStatusManager().add(this.appenders);
	}

	/** Whether it was written, as far as can be known. */
	boolean write(String name, Entry entry) {
		var logger = this.context.getLogger(name);
		var level = entry.action().level();
		if (!logger.isEnabledForLevel(level)) {
			return false;
		}
		try {
			return this.appenders.take(like(logger, level, entry), logger, () -> log(logger, level, entry));
		}
		catch (RuntimeException _) {
			return false;
		}
	}

	private static void log(Logger logger, Level level, Entry entry) {
		var line = logger.atLevel(level).setMessage(entry.action().word());
		for (var field : entry.all().entrySet()) {
			line = line.addKeyValue(field.getKey(), field.getValue());
		}
		line.log();
	}

	/** What filters are asked about. */
	private static LoggingEvent like(Logger logger, Level level, Entry entry) {
		return new LoggingEvent(AuditLog.class.getName(), logger,
				ch.qos.logback.classic.Level.convertAnSLF4JLevel(level), entry.action().word(), null, null);
	}

	@Override
	public void destroy() {
		this.context.getStatusManager().remove(this.appenders);
	}

}
