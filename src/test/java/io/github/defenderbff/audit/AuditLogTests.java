package io.github.defenderbff.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.read.ListAppender;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** When the log counts as written. */
class AuditLogTests {

	private static final Entry ENTRY = Entry.of(Action.INTENT, Instant.EPOCH).with("user.id", "ada");

	private static final LoggerContext CONTEXT = (LoggerContext) LoggerFactory.getILoggerFactory();

	private static final Logger LOGGER = CONTEXT.getLogger(Audit.LOGGER);

	private final List<Appender<ILoggingEvent>> added = new ArrayList<>();

	private final AuditLog log = new AuditLog();

	private final ListAppender<ILoggingEvent> list = new ListAppender<>();

	@BeforeEach
	void writeNowhereElse() {
		LOGGER.setAdditive(false);
	}

	@AfterEach
	void restore() {
		this.added.forEach(LOGGER::detachAppender);
		this.added.forEach(Appender::stop);
		LOGGER.setAdditive(true);
		LOGGER.setLevel(null);
		this.log.destroy();
	}

	private <A extends Appender<ILoggingEvent>> A add(A appender) {
		appender.setContext(CONTEXT);
		appender.start();
		LOGGER.addAppender(appender);
		this.added.add(appender);
		return appender;
	}

	private <A extends OutputStreamAppender<ILoggingEvent>> A stream(A appender) {
		var encoder = new PatternLayoutEncoder();
		encoder.setContext(CONTEXT);
		encoder.setPattern("%m %kvp%n");
		encoder.start();
		appender.setEncoder(encoder);
		return add(appender);
	}

	private boolean writes() {
		return this.log.write(Audit.LOGGER, ENTRY);
	}

	@Test
	void isWrittenWhereAnAppenderTakesIt() {
		add(this.list);
		assertThat(writes()).isTrue();
		assertThat(this.list.list).singleElement()
			.satisfies((event) -> assertThat(event.getKeyValuePairs().toString()).contains("user.id=\"ada\"",
					"event.action=\"intent\""));
	}

	@Test
	void isNotWhereNobodyTakesIt() {
		assertThat(writes()).isFalse();
	}

	@Test
	void isNotWhereTheLoggerIsOff() {
		add(this.list);
		LOGGER.setLevel(Level.WARN);
		assertThat(writes()).isFalse();
		LOGGER.setLevel(Level.INFO);
		assertThat(writes()).isTrue();
	}

	@Test
	void isNotWhereAFilterKeepsItBack() {
		var filter = new ThresholdFilter();
		filter.setLevel("WARN");
		filter.start();
		this.list.addFilter(filter);
		add(this.list);
		assertThat(writes()).isFalse();
	}

	@Test
	void isNotWhereAnAppenderStopped() {
		add(this.list).stop();
		assertThat(writes()).isFalse();
	}

	@Test
	void isNotWhereAnAppenderThrows() {
		add(this.list);
		var throwing = add(new Throwing());
		assertThat(writes()).isFalse();
		throwing.full = false;
		assertThat(writes()).isTrue();
	}

	@Test
	void isNotWhereAnAppenderFailsInSilenceHoweverOften() {
		add(this.list);
		var failing = add(new AppenderBase<ILoggingEvent>() {
			@Override
			protected void append(ILoggingEvent event) {
				throw new IllegalStateException("no space left");
			}
		});
		assertThat(IntStream.range(0, 10).mapToObj((_) -> writes())).hasSize(10).containsOnly(false);
		LOGGER.detachAppender(failing);
		assertThat(writes()).isTrue();
	}

	@Test
	void isWrittenAlthoughAnAppenderFailedForAnotherLine() {
		var choosy = add(new UnsynchronizedAppenderBase<ILoggingEvent>() {
			@Override
			protected void append(ILoggingEvent event) {
				if (event.getMessage().startsWith("odd")) {
					throw new IllegalStateException("odd");
				}
			}
		});
		IntStream.range(0, 10).forEach((_) -> LOGGER.info("odd"));
		assertThat(choosy.isStarted()).isTrue();
		assertThat(writes()).isTrue();
	}

	@Test
	void isNotOnAFullDiskUntilThereIsSpaceAgain(@TempDir Path directory) throws IOException {
		var path = directory.resolve("audit.log");
		Files.createSymbolicLink(path, Path.of("/dev/full"));
		var file = new FileAppender<ILoggingEvent>();
		file.setFile(path.toString());
		stream(file);
		assertThat(IntStream.range(0, 20).mapToObj((_) -> writes())).hasSize(20).containsOnly(false);
		Files.delete(path);
		Awaitility.await().until(this::writes);
		assertThat(Files.readString(path)).contains("intent", "ada");
	}

	@Test
	void isNotOnAConsoleThatIsClosed() {
		var before = System.out;
		try {
			stream(new ConsoleAppender<>());
			System.setOut(new PrintStream(OutputStream.nullOutputStream()));
			assertThat(writes()).isTrue();
			System.setOut(new PrintStream(new OutputStream() {
				@Override
				public void write(int value) throws IOException {
					throw new IOException("Broken pipe");
				}
			}));
			assertThat(writes()).isFalse();
		}
		finally {
			System.setOut(before);
		}
	}

	/** Fails as those do that are not derived from Logback's own. */
	private static final class Throwing extends AppenderBase<ILoggingEvent> {

		private volatile boolean full = true;

		@Override
		public synchronized void doAppend(ILoggingEvent event) {
			if (this.full) {
				throw new IllegalStateException("no space left");
			}
			super.doAppend(event);
		}

		@Override
		protected void append(ILoggingEvent event) {
		}

	}

}
