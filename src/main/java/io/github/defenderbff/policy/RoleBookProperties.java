package io.github.defenderbff.policy;

import java.nio.file.Path;
import java.time.Duration;

import io.github.defenderbff.problem.SettingProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the role book is.
 *
 * @param roleBook the file; null for no role book
 * @param roleBookCheck how long it is until the file is looked at again
 */
@ConfigurationProperties("policy")
record RoleBookProperties(@Nullable Path roleBook, @DefaultValue("5s") Duration roleBookCheck) {

	private static final Duration SHORTEST = Duration.ofMillis(100);

	RoleBookProperties {
		if (roleBookCheck.compareTo(SHORTEST) < 0) {
			throw new SettingProblem("policy.role-book-check is shorter than a tenth of a second.",
					"Set it to how long a new role book may wait until it is in force, such as 5s.");
		}
	}

}
