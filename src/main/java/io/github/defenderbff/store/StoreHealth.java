package io.github.defenderbff.store;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Without its store an instance can serve nobody who is signed in: it is not ready. */
@Component("storeHealthIndicator")
final class StoreHealth implements HealthIndicator {

	private final Shelves shelves;

	StoreHealth(Shelves shelves) {
		this.shelves = shelves;
	}

	@Override
	public Health health() {
		return this.shelves.answer() ? Health.up().build()
				: Health.outOfService().withDetail("reason", "Sessions cannot be read: Redis does not answer").build();
	}

}
