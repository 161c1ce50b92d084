package io.github.defenderbff.signin;

import io.github.defenderbff.store.Shelves;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

/** Shows how many sessions there are, where they are kept in memory. */
@Component
final class SessionCount implements MeterBinder {

	private final Shelves shelves;

	SessionCount(Shelves shelves) {
		this.shelves = shelves;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		if (this.shelves.count(Sessions.KIND).isPresent()) {
			Gauge.builder("signin.sessions", this.shelves, (each) -> each.count(Sessions.KIND).orElse(0))
				.description("Sessions that are kept in the memory of this instance")
				.register(registry);
		}
	}

}
