package io.github.defenderbff.relay;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Does something when a time is over, unless it is called off before. Afterwards it is
 * known whether it rang.
 */
final class Alarm {

	private final CompletableFuture<Boolean> rung = new CompletableFuture<>();

	private Alarm() {
	}

	static Alarm after(Duration time, Runnable action) {
		var alarm = new Alarm();
		var _ = alarm.rung.thenAccept((rings) -> {
			if (rings) {
				Thread.ofVirtual().name("alarm").start(action);
			}
		});
		alarm.rung.completeOnTimeout(true, Math.max(0, time.toNanos()), TimeUnit.NANOSECONDS);
		return alarm;
	}

	/** Whether its time was over. */
	boolean rang() {
		return this.rung.getNow(false);
	}

	/** Whether that was in time: if not, it rang, or has before. */
	boolean callOff() {
		this.rung.complete(false);
		return !rang();
	}

}
