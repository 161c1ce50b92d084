package io.github.defenderbff.policy;

import io.github.defenderbff.problem.SettingProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** The role book of the configured file; an unusable one stops the start. */
@Component
final class RoleBookInForce implements CurrentRoleBook {

	private static final Logger log = LoggerFactory.getLogger(RoleBookInForce.class);

	private final RoleBook book;

	RoleBookInForce(RoleBookProperties properties) {
		this.book = (properties.roleBook() != null) ? first(new RoleBookFile(properties.roleBook())) : RoleBook.NONE;
	}

	private static RoleBook first(RoleBookFile file) {
		return switch (RoleBookReader.read(file.name(), file.load())) {
			case Reading.Sound(var book) -> {
				log.info("The role book {} is in force: {}", file.path(), book);
				yield book;
			}
			case Reading.Broken(var mistakes) -> throw new SettingProblem(
					"The role book %s cannot be used:%n%s".formatted(file.path(), String.join("\n", mistakes)),
					"Mend the file, or leave ROLE_BOOK (policy.role-book) empty: then reads work and changes are refused.");
		};
	}

	@Override
	public RoleBook get() {
		return this.book;
	}

}
