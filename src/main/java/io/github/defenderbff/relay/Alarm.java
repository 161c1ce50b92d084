package io.github.defenderbff.relay;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * Does something when a time is over, unless it is called off before. Afterwards it is
 * known whether it rang.
 */
final class Alarm {

	/**
	 * Two of them are set and called off for each call. Its thread sleeps until the first
	 * rings: others, set later, wake nobody.
	 */
	private static final ScheduledThreadPoolExecutor TIMER = timer();

	private final AtomicReference<State> state = new AtomicReference<>(State.SET);

	private @Nullable Future<?> ringing;

	private Alarm() {
	}

	private static ScheduledThreadPoolExecutor timer() {
		var timer = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("alarms").factory());
		timer.setRemoveOnCancelPolicy(true);
		return timer;
	}

	static Alarm after(Duration time, Runnable action) {
		var alarm = new Alarm();
		alarm.ringing = TIMER.schedule(() -> alarm.ring(action), Math.max(0, time.toNanos()), TimeUnit.NANOSECONDS);
		return alarm;
	}

	private void ring(Runnable action) {
		if (this.state.compareAndSet(State.SET, State.RANG)) {
			Thread.ofVirtual().name("alarm").start(action);
		}
	}

	/** Whether its time was over. */
	boolean rang() {
		return this.state.get() == State.RANG;
	}

	/** Whether that was in time: if not, it rang, or has before. */
	boolean callOff() {
		if (this.state.compareAndSet(State.SET, State.OFF) && this.ringing != null) {
			this.ringing.cancel(false);
		}
		return !rang();
	}

	private enum State {

		SET, RANG, OFF

	}

}
