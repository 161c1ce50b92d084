package io.github.defenderbff.policy;

import java.time.Clock;

import io.github.defenderbff.policy.RoleBookFile.Content;
import io.github.defenderbff.problem.SettingProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;

/**
 * The role book of a file. One that cannot be used stops the start; later the one in
 * force stays until there is a better one.
 */
final class RoleBookInForce implements CurrentRoleBook {

	private static final Logger log = LoggerFactory.getLogger(RoleBookInForce.class);

	private final RoleBookFile file;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private volatile RoleBookState state;

	/** What was seen for the first time when the file was last looked at. */
	private @Nullable Content unsettled;

	RoleBookInForce(RoleBookFile file, ApplicationEventPublisher events, Clock clock) {
		this.file = file;
		this.events = events;
		this.clock = clock;
		var content = file.load();
		this.state = RoleBookState.inForce(first(content), content, clock.instant());
		log.info("The role book {} is in force: {}", file.path(), this.state.book());
	}

	private RoleBook first(Content content) {
		return switch (RoleBookReader.read(this.file.name(), content)) {
			case Reading.Sound(var book) -> book;
			case Reading.Broken(var mistakes) -> throw new SettingProblem(
					"The role book %s cannot be used:\n%s".formatted(this.file.path(), String.join("\n", mistakes)),
					"Mend the file, or leave ROLE_BOOK (policy.role-book) empty: "
							+ "then reads work and changes are refused.");
		};
	}

	@Override
	public RoleBook get() {
		return this.state.book();
	}

	RoleBookFile file() {
		return this.file;
	}

	RoleBookState state() {
		return this.state;
	}

	/**
	 * Looks at the file. What is new must be seen twice, since it may be half written.
	 * @return whether to look again soon
	 */
	synchronized boolean look() {
		var content = this.file.load();
		var settled = content.equals(this.unsettled);
		var changed = !content.equals(this.state.seen());
		this.unsettled = (changed && !settled) ? content : null;
		if (changed && settled) {
			take(content);
		}
		return this.unsettled != null;
	}

	private void take(Content content) {
		switch (RoleBookReader.read(this.file.name(), content)) {
			case Reading.Broken(var mistakes) -> {
				this.state = this.state.broken(content, mistakes, this.clock.instant());
				log.warn("The role book {} cannot be used, and the one of {} stays in force:\n{}", this.file.path(),
						this.state.since(), String.join("\n", mistakes));
			}
			case Reading.Sound(var _) when content.equals(this.state.source()) -> {
				this.state = this.state.mended();
				log.info("The role book {} is again the one in force", this.file.path());
			}
			case Reading.Sound(var book) -> {
				this.state = RoleBookState.inForce(book, content, this.clock.instant());
				log.info("Another role book {} is in force: {}", this.file.path(), book);
				this.events.publishEvent(new RoleBookChanged());
			}
		}
	}

}
