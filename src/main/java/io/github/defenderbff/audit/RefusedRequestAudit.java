package io.github.defenderbff.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

import io.github.defenderbff.signin.RequestRefused;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes requests that were refused since they may be another site's. Those of nobody
 * known are written up to a number in each minute, so that nobody can fill the audit.
 */
@Component
final class RefusedRequestAudit implements MeterBinder {

	static final int OF_NOBODY_IN_A_MINUTE = 60;

	private final RateLimiter ofNobody = RateLimiter.of("refusals-of-nobody",
			RateLimiterConfig.custom()
				.limitForPeriod(OF_NOBODY_IN_A_MINUTE)
				.limitRefreshPeriod(Duration.ofMinutes(1))
				.timeoutDuration(Duration.ZERO)
				.build());

	private final LongAdder passedOver = new LongAdder();

	private final Trail trail;

	private final Clock clock;

	RefusedRequestAudit(Trail trail, Clock clock) {
		this.trail = trail;
		this.clock = clock;
	}

	@EventListener
	void write(RequestRefused event) {
		var subject = event.subject();
		if (subject == null && !this.ofNobody.acquirePermission()) {
			this.passedOver.increment();
			return;
		}
		var entry = Entry.of(Action.REFUSAL, this.clock.instant());
		this.trail.tell(((subject != null) ? entry.by(subject) : entry).with("url.path", event.path())
			.with("event.outcome", "failure")
			.with("event.reason", event.reason())
			.with(Trail.SESSION, event.session()));
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		FunctionCounter.builder("audit.passed.over", this.passedOver, LongAdder::sum)
			.description("Refused requests of nobody known that were too many to be written")
			.register(registry);
	}

}
