package io.github.defenderbff.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.github.defenderbff.policy.Reason.StepUpRequired;
import io.github.defenderbff.problem.SettingProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Demands that a person proved not long ago who they are, before dangerous operations.
 */
@Component
final class RecentSignIn implements SmartInitializingSingleton {

	private final Map<String, Duration> within;

	private final ObjectProvider<Requirements> requirements;

	private final Clock clock;

	RecentSignIn(PolicyProperties properties, ObjectProvider<Requirements> requirements, Clock clock) {
		this.within = properties.recentSignIn();
		this.requirements = requirements;
		this.clock = clock;
	}

	/** Finds operations that are misspelt, which would be left without protection. */
	@Override
	public void afterSingletonsInstantiated() {
		if (this.within.isEmpty()) {
			return;
		}
		var known = this.requirements.getObject().all().stream().map(Requirement::operation).toList();
		this.within.keySet()
			.stream()
			.filter((operation) -> !known.contains(operation))
			.findFirst()
			.ifPresent((name) -> {
				throw new SettingProblem("policy.recent-sign-in names '" + name + "', which is no operation.",
						"Use operation ids as in /v3/api-docs, such as machines.isolate, in square brackets: "
								+ "policy.recent-sign-in.[machines.isolate]=15m.");
			});
	}

	/** What is missing for the operation; null for nothing. */
	@Nullable Reason missing(String operation, @Nullable Instant authenticatedAt) {
		var maximumAge = this.within.get(operation);
		if (maximumAge == null) {
			return null;
		}
		return (authenticatedAt == null || this.clock.instant().isAfter(authenticatedAt.plus(maximumAge)))
				? new StepUpRequired(maximumAge.toSeconds(), authenticatedAt) : null;
	}

}
