package io.github.defenderbff.audit;

import java.time.Duration;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.signin.Person;
import io.github.defenderbff.signin.SessionChanged;
import io.github.defenderbff.signin.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Which reads are written. */
class ReadAuditTests {

	private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(Audit.READS);

	private static final Person ADA = new Person("tenant", "ada", "Ada", "ada@example.com");

	private final HandMovedClock clock = new HandMovedClock();

	private final Audit audit = TestAudits.audit(this.clock);

	private final ListAppender<ILoggingEvent> written = new ListAppender<>();

	@BeforeEach
	void listen() {
		this.written.start();
		LOGGER.addAppender(this.written);
	}

	@AfterEach
	void stop() {
		LOGGER.detachAppender(this.written);
	}

	private void read(Subject subject, String target, String decision) {
		this.audit.read(new Deed(subject, "machines.get", target, List.of()), decision, List.of());
	}

	@Test
	void theSameReadIsWrittenOnceAMinute() {
		read(ADA.subject(), "web-1", "permit");
		read(ADA.subject(), "web-1", "permit");
		assertThat(this.written.list).hasSize(1);
		this.clock.move(Duration.ofMinutes(1));
		read(ADA.subject(), "web-1", "permit");
		assertThat(this.written.list).hasSize(2);
	}

	@Test
	void anotherReadIsWritten() {
		read(ADA.subject(), "web-1", "permit");
		read(ADA.subject(), "web-2", "permit");
		read(ADA.subject(), "web-1", "unproven");
		read(new Subject(Subject.Kind.APPLICATION, "tenant", "ada"), "web-1", "permit");
		assertThat(this.written.list).hasSize(4);
	}

	@Test
	void itIsWrittenAgainInANewSession() {
		read(ADA.subject(), "web-1", "permit");
		this.audit.forget(new SessionChanged(ADA));
		read(ADA.subject(), "web-1", "permit");
		assertThat(this.written.list).hasSize(2);
	}

}
