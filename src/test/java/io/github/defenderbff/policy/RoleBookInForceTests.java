package io.github.defenderbff.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.defenderbff.HandMovedClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/** The role book that decisions are made by, while its file changes. */
class RoleBookInForceTests {

	private static final String FIRST = "roles: [{name: First, privileges: [View data]}]";

	private static final String SECOND = "roles: [{name: Second, privileges: [View data]}]";

	private static final String BROKEN = "roles: [{name: Third, privileges: [Fly]}, {name: Fourth}]";

	private final List<Object> events = new CopyOnWriteArrayList<>();

	private final HandMovedClock clock = new HandMovedClock();

	@TempDir
	private Path directory;

	private Path file;

	@BeforeEach
	void writeFirst() throws IOException {
		this.file = Files.writeString(this.directory.resolve("book.yml"), FIRST);
	}

	private RoleBookInForce start() {
		return new RoleBookInForce(new RoleBookFile(this.file), this.events::add, this.clock);
	}

	private static String role(CurrentRoleBook roleBook) {
		return roleBook.get().roles().getFirst().name();
	}

	private static Status status(RoleBookInForce roleBook) {
		return new RoleBookHealth(roleBook).health().getStatus();
	}

	@Test
	void isReplacedWhenItsFileChanges() throws IOException {
		var roleBook = start();
		this.clock.move(Duration.ofHours(1));
		Files.writeString(this.file, SECOND);
		RoleBookReload.settle(roleBook);
		assertThat(role(roleBook)).isEqualTo("Second");
		assertThat(this.events).containsExactly(new RoleBookChanged());
		assertThat(new RoleBookHealth(roleBook).health().getDetails())
			.containsEntry("inForceSince", this.clock.instant())
			.containsEntry("roles", 1);
	}

	@Test
	void isLeftAloneWhileItsFileStandsStill() throws IOException {
		var roleBook = start();
		var book = roleBook.get();
		Files.writeString(this.file, FIRST);
		assertThat(roleBook.look()).isFalse();
		assertThat(roleBook.get()).isSameAs(book);
		assertThat(this.events).isEmpty();
	}

	@Test
	void isNotTakenWhileItIsBeingWritten() throws IOException {
		var roleBook = start();
		Files.writeString(this.file, SECOND.substring(0, 20));
		assertThat(roleBook.look()).isTrue();
		Files.writeString(this.file, SECOND);
		assertThat(roleBook.look()).isTrue();
		assertThat(role(roleBook)).isEqualTo("First");
		assertThat(roleBook.look()).isFalse();
		assertThat(role(roleBook)).isEqualTo("Second");
		assertThat(status(roleBook)).isEqualTo(Status.UP);
	}

	@Test
	void staysWhenTheFileIsBrokenAndSaysSo() throws IOException {
		var roleBook = start();
		Files.writeString(this.file, BROKEN);
		RoleBookReload.settle(roleBook);
		assertThat(role(roleBook)).isEqualTo("First");
		assertThat(this.events).isEmpty();
		var health = new RoleBookHealth(roleBook).health();
		assertThat(health.getStatus()).isEqualTo(RoleBookHealth.DEGRADED);
		assertThat(health.getDetails()).containsEntry("brokenSince", Instant.parse("2026-01-01T00:00:00Z"))
			.containsEntry("mistakes", List.of(
					"book.yml:1:36: the role \"Third\" has the privilege \"Fly\", which Defender does not know; "
							+ "write it as docs/role-book.md lists it.",
					"book.yml:1:43: the role \"Fourth\" grants nothing; "
							+ "write its privileges, or a role under includes."));
	}

	@Test
	void tellsABrokenFileInOneWarning() throws IOException {
		var roleBook = start();
		var logger = (Logger) LoggerFactory.getLogger(RoleBookInForce.class);
		var log = new ListAppender<ILoggingEvent>();
		log.start();
		logger.addAppender(log);
		try {
			Files.writeString(this.file, BROKEN);
			RoleBookReload.settle(roleBook);
			RoleBookReload.settle(roleBook);
		}
		finally {
			logger.detachAppender(log);
		}
		assertThat(log.list).singleElement().satisfies((event) -> {
			assertThat(event.getLevel()).isEqualTo(Level.WARN);
			assertThat(event.getFormattedMessage()).contains("\nbook.yml:1:36:", "\nbook.yml:1:43:");
		});
	}

	@Test
	void isWellAgainWhenTheFileIsMended() throws IOException {
		var roleBook = start();
		Files.delete(this.file);
		RoleBookReload.settle(roleBook);
		assertThat(role(roleBook)).isEqualTo("First");
		assertThat(status(roleBook)).isEqualTo(RoleBookHealth.DEGRADED);
		Files.writeString(this.file, FIRST);
		RoleBookReload.settle(roleBook);
		assertThat(status(roleBook)).isEqualTo(Status.UP);
		assertThat(this.events).as("it was never replaced").isEmpty();
		Files.writeString(this.file, BROKEN);
		RoleBookReload.settle(roleBook);
		Files.writeString(this.file, SECOND);
		RoleBookReload.settle(roleBook);
		assertThat(status(roleBook)).isEqualTo(Status.UP);
		assertThat(role(roleBook)).isEqualTo("Second");
	}

	@Test
	void remembersSinceWhenItsFileIsBroken() throws IOException {
		var roleBook = start();
		Files.writeString(this.file, BROKEN);
		RoleBookReload.settle(roleBook);
		this.clock.move(Duration.ofDays(1));
		Files.delete(this.file);
		RoleBookReload.settle(roleBook);
		assertThat(new RoleBookHealth(roleBook).health().getDetails())
			.containsEntry("brokenSince", Instant.parse("2026-01-01T00:00:00Z"))
			.hasEntrySatisfying("mistakes", (mistakes) -> assertThat(mistakes.toString()).contains("does not exist"));
	}

	/** As the kubelet does it: the file is a link into a directory that is a link. */
	@Test
	void followsAConfigMapThatIsSwapped() throws Exception {
		configMap("..2026_01", FIRST);
		this.file = Files.createSymbolicLink(this.directory.resolve("mounted.yml"), Path.of("..data", "book.yml"));
		var roleBook = start();
		var watch = new RoleBookWatch(roleBook, Duration.ofMillis(20));
		watch.start();
		try {
			configMap("..2026_02", SECOND);
			awaitRole(roleBook, "Second");
			configMap("..2026_03", BROKEN);
			awaitStatus(roleBook, RoleBookHealth.DEGRADED);
			configMap("..2026_04", FIRST);
			awaitRole(roleBook, "First");
			assertThat(status(roleBook)).isEqualTo(Status.UP);
		}
		finally {
			watch.stop();
		}
		assertThat(this.events).hasSize(2);
	}

	private void configMap(String version, String text) throws IOException {
		var files = Files.createDirectory(this.directory.resolve(version));
		Files.writeString(files.resolve("book.yml"), text);
		var swap = Files.createSymbolicLink(this.directory.resolve("..data_tmp"), Path.of(version));
		Files.move(swap, this.directory.resolve("..data"), StandardCopyOption.ATOMIC_MOVE,
				StandardCopyOption.REPLACE_EXISTING);
	}

	private static void awaitRole(RoleBookInForce roleBook, String name) throws InterruptedException {
		for (var tries = 0; tries < 500 && !role(roleBook).equals(name); tries++) {
			Thread.sleep(10);
		}
		assertThat(role(roleBook)).isEqualTo(name);
	}

	private static void awaitStatus(RoleBookInForce roleBook, Status status) throws InterruptedException {
		for (var tries = 0; tries < 500 && !status(roleBook).equals(status); tries++) {
			Thread.sleep(10);
		}
		assertThat(status(roleBook)).isEqualTo(status);
	}

	@Test
	void isUnknownToHealthWhenThereIsNone() {
		var health = new RoleBookHealth(() -> RoleBook.NONE).health();
		assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
		assertThat(health.getDetails().values()).containsExactly("no role book is configured");
	}

}
