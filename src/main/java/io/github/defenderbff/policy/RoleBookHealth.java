package io.github.defenderbff.policy;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Tells operators which role book is in force, and whether its file can still be used. A
 * broken file makes nothing unavailable, since the book in force goes on to serve.
 */
final class RoleBookHealth implements HealthIndicator {

	/** All is served, and somebody should look. */
	static final Status DEGRADED = new Status("DEGRADED");

	private final CurrentRoleBook roleBook;

	RoleBookHealth(CurrentRoleBook roleBook) {
		this.roleBook = roleBook;
	}

	@Override
	public Health health() {
		return (this.roleBook instanceof RoleBookInForce inForce) ? health(inForce)
				: Health.unknown().withDetail("reason", "no role book is configured").build();
	}

	private static Health health(RoleBookInForce inForce) {
		var state = inForce.state();
		var health = Health.status((state.brokenSince() != null) ? DEGRADED : Status.UP)
			.withDetail("file", inForce.file().path().toString())
			.withDetail("inForceSince", state.since())
			.withDetail("roles", state.book().roles().size())
			.withDetail("deviceGroups", state.book().deviceGroups().size());
		if (state.brokenSince() != null) {
			health.withDetail("brokenSince", state.brokenSince()).withDetail("mistakes", state.mistakes());
		}
		return health.build();
	}

}
