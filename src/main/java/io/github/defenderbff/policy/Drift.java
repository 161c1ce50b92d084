package io.github.defenderbff.policy;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/**
 * Counts where Defender refused what was permitted here: there the role book and the
 * portal differ, or the documentation and Defender.
 */
@Component
final class Drift {

	/** The name of the counter; its tag is {@code operation}. */
	static final String METER = "policy.drift";

	private final MeterRegistry meters;

	Drift(MeterRegistry meters) {
		this.meters = meters;
	}

	void count(String operation) {
		this.meters.counter(METER, "operation", operation).increment();
	}

}
