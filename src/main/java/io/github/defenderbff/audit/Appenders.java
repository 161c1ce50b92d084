package io.github.defenderbff.audit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.recovery.ResilientOutputStreamBase;
import ch.qos.logback.core.spi.FilterReply;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;

/**
 * What Logback does not tell who logs: which of its appenders fail. It swallows their
 * exceptions, and reports them to status listeners, on the thread that logs. An appender
 * reports the first few only, so one that failed to take an entry counts as failing until
 * it is replaced. The stream of a file reports when it has recovered; what it was given
 * just before that is lost as well.
 */
final class Appenders implements StatusListener {

	private static final ScopedValue<Boolean> WRITING = ScopedValue.newInstance();

	private static final String RECOVERED = "Recovered from IO failure";

	private final Set<Object> failing = ConcurrentHashMap.newKeySet();

	private final AtomicLong news = new AtomicLong();

	/**
	 * Lets an event be written; what fails meanwhile on this thread fails for that.
	 * @return whether it went anywhere, and nothing it went to is known to have failed
	 */
	boolean take(ILoggingEvent event, Logger logger, Runnable write) {
		var before = this.news.get();
		ScopedValue.where(WRITING, true).run(write);
		var takers = of(logger).filter((appender) -> appender.getFilterChainDecision(event) != FilterReply.DENY)
			.toList();
		return before == this.news.get() && !takers.isEmpty() && takers.stream().allMatch(this::isSound);
	}

	@Override
	public void addStatusEvent(Status status) {
		var origin = status.getOrigin();
		if (status.getLevel() == Status.ERROR) {
			if (origin instanceof ResilientOutputStreamBase || (origin instanceof Appender<?> && WRITING.isBound())) {
				this.failing.add(origin);
				this.news.incrementAndGet();
			}
		}
		else if (origin instanceof ResilientOutputStreamBase && status.getMessage().startsWith(RECOVERED)) {
			this.failing.remove(origin);
			this.news.incrementAndGet();
		}
	}

	/** Survives that logging is configured anew. */
	@Override
	public boolean isResetResistant() {
		return true;
	}

	/** Those of a logger right below the root. */
	private static Stream<Appender<ILoggingEvent>> of(Logger logger) {
		var own = list(logger.iteratorForAppenders());
		var root = logger.getLoggerContext().getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		return logger.isAdditive() ? Stream.concat(own.stream(), list(root.iteratorForAppenders()).stream())
				: own.stream();
	}

	private static <T> List<T> list(Iterator<T> iterator) {
		var list = new ArrayList<T>();
		iterator.forEachRemaining(list::add);
		return list;
	}

	/** The console keeps its failures to itself until it is asked. */
	private boolean isSound(Appender<ILoggingEvent> appender) {
		return appender.isStarted() && !this.failing.contains(appender)
				&& !(appender instanceof OutputStreamAppender<?> stream && hasFailingStream(stream))
				&& !(appender instanceof ConsoleAppender<?> && System.out.checkError());
	}

	private boolean hasFailingStream(OutputStreamAppender<?> appender) {
		var stream = appender.getOutputStream();
		return stream == null || this.failing.contains(stream);
	}

}
