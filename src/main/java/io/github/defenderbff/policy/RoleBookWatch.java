package io.github.defenderbff.policy;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/** Looks at the role book's file again and again, on a virtual thread. */
final class RoleBookWatch implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(RoleBookWatch.class);

	private static final Duration SETTLING = Duration.ofMillis(500);

	private final CurrentRoleBook roleBook;

	private final Duration pause;

	private volatile @Nullable Thread thread;

	RoleBookWatch(CurrentRoleBook roleBook, Duration pause) {
		this.roleBook = roleBook;
		this.pause = pause;
	}

	@Override
	public void start() {
		if (this.roleBook instanceof RoleBookInForce inForce) {
			this.thread = Thread.ofVirtual().name("role-book").unstarted(() -> watch(inForce));
			this.thread.start();
		}
	}

	private void watch(RoleBookInForce inForce) {
		var next = this.pause;
		while (isRunning()) {
			try {
				Thread.sleep(next);
				next = (inForce.look() && SETTLING.compareTo(this.pause) < 0) ? SETTLING : this.pause;
			}
			catch (InterruptedException _) {
				return;
			}
			catch (RuntimeException ex) {
				log.error("The role book could not be looked at", ex);
			}
		}
	}

	@Override
	public void stop() {
		var running = this.thread;
		this.thread = null;
		if (running != null) {
			running.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

}
