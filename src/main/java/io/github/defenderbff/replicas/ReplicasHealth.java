package io.github.defenderbff.replicas;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Tells operators whether the replicas hear of each other. Without that all is served.
 */
final class ReplicasHealth implements HealthIndicator {

	/** All is served, and somebody should look. */
	private static final Status DEGRADED = new Status("DEGRADED");

	private final Redis redis;

	ReplicasHealth(Redis redis) {
		this.redis = redis;
	}

	@Override
	public Health health() {
		return (this.redis.upToDate() != null) ? Health.up().build()
				: Health.status(DEGRADED).withDetail("reason", "Redis does not answer").build();
	}

}
