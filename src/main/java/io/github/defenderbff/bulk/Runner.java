package io.github.defenderbff.bulk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.defenderbff.audit.Whence;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.signin.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Carries runs out, a few calls of each person at a time. A run belongs to the session
 * that began or continued it, and ends with that.
 */
@Component
final class Runner implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Runner.class);

	private static final Duration SOON = Duration.ofSeconds(5);

	private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(20);

	private final Sender sender;

	private final KnownCallers callers;

	private final Foresight foresight;

	private final Allowances allowances;

	private final BulkProperties settings;

	private final Clock clock;

	private final Waiting waiting;

	private final Executor threads;

	private final Set<Progress> underway = ConcurrentHashMap.newKeySet();

	private final LoadingCache<Subject, Semaphore> turns;

	private volatile boolean stopping;

	@Autowired
	Runner(Sender sender, KnownCallers callers, Foresight foresight, Allowances allowances, BulkProperties settings,
			Clock clock) {
		this(sender, callers, foresight, allowances, settings, clock, Waiting.ASLEEP,
				(task) -> Thread.ofVirtual().name("bulk").start(task));
	}

	Runner(Sender sender, KnownCallers callers, Foresight foresight, Allowances allowances, BulkProperties settings,
			Clock clock, Waiting waiting, Executor threads) {
		this.sender = sender;
		this.callers = callers;
		this.foresight = foresight;
		this.allowances = allowances;
		this.settings = settings;
		this.clock = clock;
		this.waiting = waiting;
		this.threads = threads;
		this.turns = Caffeine.newBuilder().weakValues().build((_) -> new Semaphore(settings.atOnce()));
	}

	/** Begins to carry a run out. */
	void begin(Caller caller, Progress progress) {
		var whence = Whence.here();
		this.underway.add(progress);
		this.threads.execute(() -> whence.run(() -> carryOut(caller, progress, whence)));
	}

	private void carryOut(Caller caller, Progress progress, Whence whence) {
		var pace = new Pace(this.clock, this.clock.instant().plus(this.settings.longestRun()), this.waiting);
		var workers = new CountDownLatch(this.settings.atOnce());
		try {
			this.foresight.look(caller, progress, pace);
			for (var worker = 0; worker < this.settings.atOnce(); worker++) {
				this.threads.execute(() -> whence.run(() -> work(caller, progress, pace, workers)));
			}
			watch(caller, progress, workers);
			leave(caller, progress, this.clock.instant().plus(Runs.LEASE));
		}
		finally {
			this.underway.remove(progress);
		}
	}

	/** Whatever cannot be asked now is asked again soon. */
	private void watch(Caller caller, Progress progress, CountDownLatch workers) {
		while (!isDone(workers)) {
			try {
				progress.live();
				if (this.stopping) {
					progress.stop(Stop.SHUT_DOWN);
				}
				else if (this.callers.now(caller).isEmpty()) {
					progress.stop(Stop.SESSION_ENDED);
				}
			}
			catch (Failure failure) {
				log.debug("Not told that the run goes on: {}", failure.type());
			}
		}
	}

	private boolean isDone(CountDownLatch workers) {
		try {
			return workers.await(SOON.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

	private void work(Caller caller, Progress progress, Pace pace, CountDownLatch workers) {
		try {
			work(caller, progress, pace);
		}
		finally {
			workers.countDown();
		}
	}

	private void work(Caller caller, Progress progress, Pace pace) {
		var turn = this.turns.get(caller.subject());
		while (!progress.isOver()) {
			if (!pace.await(progress::isOver)) {
				progress.stop(Stop.TIME_OVER);
				return;
			}
			turn.acquireUninterruptibly();
			try {
				one(caller, progress, pace);
			}
			catch (Failure failure) {
				log.debug("The run pauses: {}", failure.type());
				pace.pause(SOON);
			}
			finally {
				turn.release();
			}
		}
	}

	/**
	 * Fails only before anything is sent, or when everything was done but to write it
	 * down.
	 */
	private void one(Caller caller, Progress progress, Pace pace) {
		var now = this.callers.now(caller).orElse(null);
		if (now == null || this.stopping) {
			progress.stop((now == null) ? Stop.SESSION_ENDED : Stop.SHUT_DOWN);
			return;
		}
		this.foresight.look(now, progress, pace);
		var machine = progress.take().orElse(null);
		if (machine == null) {
			return;
		}
		switch (this.sender.send(now, progress.order(), machine)) {
			case Attempt.Done(var step) -> progress.set(step);
			case Attempt.Later(var wait) -> {
				pace.pause(wait);
				progress.set(Step.waiting(machine));
			}
			case Attempt.Over(var why) -> {
				progress.stop(why);
				progress.set(Step.waiting(machine));
			}
		}
	}

	/** If the end cannot be written, it is as if this process had died. */
	private void leave(Caller caller, Progress progress, Instant latest) {
		try {
			progress.end(this.clock.instant());
			this.allowances.settle(caller.subject(), progress.owner(), progress.tried());
		}
		catch (Failure failure) {
			if (this.clock.instant().isBefore(latest)) {
				this.waiting.pause(SOON);
				leave(caller, progress, latest);
				return;
			}
			log.warn("The end of run {} cannot be written: {}", progress.id(), failure.type());
		}
	}

	@Override
	public void start() {
		this.stopping = false;
	}

	/** Sends nothing more, and lets what is under way be written down. */
	@Override
	public void stop() {
		this.stopping = true;
		this.underway.forEach((progress) -> progress.stop(Stop.SHUT_DOWN));
		var latest = System.nanoTime() + LONGEST_GOODBYE.toNanos();
		while (!this.underway.isEmpty() && System.nanoTime() < latest) {
			Waiting.ASLEEP.pause(Duration.ofMillis(50));
		}
	}

	@Override
	public boolean isRunning() {
		return !this.stopping;
	}

}
