package io.github.defenderbff.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.defenderbff.quota.Usage.OfWindow;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Shows how much is left of the limits that were used on this instance. */
final class Left {

	/** What is read for one limit is good for the others, which are asked next. */
	private static final Duration GOOD = Duration.ofSeconds(1);

	private final Set<String> shown = ConcurrentHashMap.newKeySet();

	private final MeterRegistry meters;

	private final Watch watch;

	Left(MeterRegistry meters, Watch watch) {
		this.meters = meters;
		this.watch = watch;
	}

	/** Shows the limits of a family from its first call on. */
	void show(Gate gate) {
		var family = gate.family();
		if (this.shown.add(family.operation())) {
			var last = new LastUsage(gate);
			family.windows()
				.forEach((window) -> Gauge.builder("quota.left", last, (usage) -> usage.left(window.name()))
					.tag("budget", family.operation())
					.tag("window", window.name())
					.description("Which part of a limit is left, from 0 to 1")
					.strongReference(true)
					.register(this.meters));
		}
	}

	/** What is used of a family, as it was read last. */
	private final class LastUsage {

		private final Gate gate;

		private Usage usage = new Usage(List.of(), null);

		private Instant readAt = Instant.EPOCH;

		private LastUsage(Gate gate) {
			this.gate = gate;
		}

		/** During a pause there is nothing. */
		synchronized double left(String window) {
			var now = Left.this.watch.clock().instant();
			if (now.isAfter(this.readAt.plus(GOOD)) || now.isBefore(this.readAt)) {
				this.usage = this.gate.usage();
				this.readAt = now;
			}
			var pause = this.usage.pausedUntil();
			return (pause != null && now.isBefore(pause)) ? 0
					: this.usage.windows()
						.stream()
						.filter((each) -> each.window().name().equals(window))
						.mapToDouble(OfWindow::leftPart)
						.findFirst()
						.orElse(1);
		}

	}

}
