package io.github.defenderbff.audit;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A place that entries are written to, and how well it takes them. */
final class Place {

	private static final Logger log = LoggerFactory.getLogger(Place.class);

	private final String name;

	private final LongAdder lost = new LongAdder();

	private final AtomicBoolean failing = new AtomicBoolean();

	Place(String name) {
		this.name = name;
	}

	/** Takes note of whether it took an entry, and says so. */
	boolean took(boolean written) {
		if (!written) {
			this.lost.increment();
			if (this.failing.compareAndSet(false, true)) {
				log.error("The audit cannot be written to the {}; until it can, nothing is changed", this.name);
			}
		}
		else if (this.failing.get() && this.failing.compareAndSet(true, false)) {
			log.info("The audit is written to the {} again", this.name);
		}
		return written;
	}

	void count(MeterRegistry registry) {
		FunctionCounter.builder("audit.lost", this.lost, LongAdder::sum)
			.tag("place", this.name)
			.description("Entries that may not have been written")
			.register(registry);
	}

}
