package io.github.defenderbff.live;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.relay.OperationCall;
import io.github.defenderbff.relay.Payload;
import io.github.defenderbff.responsecache.Key;
import io.github.defenderbff.signin.Subject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Asks Defender again and again, as one of those who may be given the answer, and tells
 * each of them who still may.
 */
final class Poller implements Runnable {

	private static final Logger log = LoggerFactory.getLogger(Poller.class);

	/** So long after a call comes the next one, however much is changed. */
	private static final Duration SOON = Duration.ofSeconds(1);

	private final Set<AnswerWatch> watches = ConcurrentHashMap.newKeySet();

	private final Key key;

	private final Source source;

	private final Pollers pollers;

	private final Pace pace;

	private Instant since;

	private @Nullable ProblemType trouble;

	private boolean stopped;

	private boolean woken;

	Poller(Key key, Source source, Pollers pollers, Instant since) {
		this.key = key;
		this.source = source;
		this.pollers = pollers;
		this.since = since;
		this.pace = new Pace(source.interval(), pollers.properties().longestInterval());
	}

	Source source() {
		return this.source;
	}

	void add(AnswerWatch watch) {
		this.watches.add(watch);
	}

	/** Whether it was the last one; then it ends. */
	boolean remove(AnswerWatch watch) {
		this.watches.remove(watch);
		var last = this.watches.isEmpty();
		if (last) {
			stop();
		}
		return last;
	}

	private synchronized void stop() {
		this.stopped = true;
		notifyAll();
	}

	/** Asks soon. */
	synchronized void wake() {
		this.woken = true;
		notifyAll();
	}

	@Override
	public void run() {
		try {
			while (pause(this.pace.next(this.pollers.using(this.key.operation())))) {
				pollSafely();
			}
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private void pollSafely() {
		try {
			poll();
		}
		catch (RuntimeException ex) {
			log.error("Unexpected failure", ex);
			this.pace.failed(Duration.ZERO);
		}
	}

	/** Waits; false once there is nobody to ask for. */
	private synchronized boolean pause(Duration time) throws InterruptedException {
		var latest = System.nanoTime() + time.toNanos();
		var earliest = System.nanoTime() + Math.min(time.toNanos(), SOON.toNanos());
		while (!this.stopped) {
			var left = (this.woken ? earliest : latest) - System.nanoTime();
			if (left <= 0) {
				break;
			}
			TimeUnit.NANOSECONDS.timedWait(this, left);
		}
		this.woken = false;
		return !this.stopped;
	}

	/**
	 * Asks as the first who may be told; whoever may not is told so, and is gone. An
	 * answer that may not be kept is its person's only, and others ask for themselves.
	 */
	private void poll() {
		var call = this.source.call(this.since);
		var glance = glance();
		var told = new HashSet<Subject>();
		for (var watch : this.watches) {
			if (!told.contains(watch.subject()) && watch.mayBeGiven(this.key, glance)) {
				switch (ask(watch, call)) {
					case EVERYBODY -> {
						return;
					}
					case THE_PERSON -> told.add(watch.subject());
					case NOBODY -> {
					}
				}
			}
		}
	}

	private Glance glance() {
		return Glance.now(this.pollers.sessions());
	}

	/** What somebody was answered who has other rights by now is told to nobody. */
	private Told ask(AnswerWatch watch, OperationCall call) {
		MDC.setContextMap(watch.viewer().context());
		try {
			var answer = this.pollers.calls().make(watch.caller(), call);
			var news = this.source.news(answer);
			if (!watch.mayBeGiven(this.key, glance())) {
				return Told.NOBODY;
			}
			took(answer);
			var kept = answer.etag() != null;
			tell(news, (each) -> kept || each.subject().equals(watch.subject()));
			return kept ? Told.EVERYBODY : Told.THE_PERSON;
		}
		catch (Failure failure) {
			return failed(failure, watch);
		}
		finally {
			MDC.clear();
		}
	}

	/** An older answer came in place of one that could not be had. */
	private void took(Payload<?> answer) {
		if (answer.receivedAt().isAfter(this.since)) {
			this.pace.answered(answer.pace());
			this.since = answer.receivedAt();
		}
		else {
			this.pace.failed(Duration.ZERO);
		}
		this.trouble = null;
	}

	private void tell(News news, Predicate<AnswerWatch> whom) {
		var glance = glance();
		var last = news.last();
		for (var watch : this.watches) {
			if (whom.test(watch) && (!watch.isNews(news.events()) || watch.mayBeGiven(this.key, glance))) {
				watch.tell(news.events());
				if (last != null) {
					watch.end(watch.words().end(Ending.COMPLETED, last));
				}
			}
		}
	}

	private Told failed(Failure failure, AnswerWatch watch) {
		switch (Concern.of(failure)) {
			case ONE -> {
				watch.fail(failure);
				return Told.NOBODY;
			}
			case ALL -> this.watches.forEach((each) -> each.fail(failure));
			case ATTEMPT -> {
				this.pace.failed(Pace.retryAfter(failure));
				if (this.trouble != failure.type()) {
					this.trouble = failure.type();
					this.watches.forEach((each) -> each.trouble(failure));
				}
			}
		}
		return Told.EVERYBODY;
	}

	/** Who knows what came of a call. */
	private enum Told {

		EVERYBODY, THE_PERSON, NOBODY

	}

}
