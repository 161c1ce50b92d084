package io.github.defenderbff.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;

import io.github.defenderbff.responsecache.Change;
import io.github.defenderbff.responsecache.Forgotten;
import io.github.defenderbff.signin.SessionCallers;
import io.github.defenderbff.signin.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The open streams. Each ends with its session: at once where that is heard of, and else
 * at the next heartbeat. They end before the server waits for requests under way.
 */
@Component
final class Streams implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Streams.class);

	private static final int LOOKS = 100;

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

	private final Set<Watch> open = ConcurrentHashMap.newKeySet();

	private final Map<Tokens, Integer> bySession = new ConcurrentHashMap<>();

	private final SessionCallers sessions;

	private final LiveProperties properties;

	private volatile @Nullable Thread heart;

	private volatile boolean closed;

	private int taken;

	Streams(SessionCallers sessions, LiveProperties properties, MeterRegistry meters) {
		this.sessions = sessions;
		this.properties = properties;
		meters.gauge("live.streams", this.open, Set::size);
	}

	/**
	 * Takes a place, to be opened or given back.
	 * @throws Full if there is none
	 */
	synchronized Place take(Viewer viewer) {
		if (this.closed || this.taken >= this.properties.streams()) {
			throw Full.here();
		}
		var session = viewer.caller().tokens();
		if (this.bySession.getOrDefault(session, 0) >= this.properties.streamsPerSession()) {
			throw Full.ofSession(this.properties.streamsPerSession());
		}
		this.taken++;
		this.bySession.merge(session, 1, Integer::sum);
		return new Place(session);
	}

	@SuppressWarnings("NullAway") // null takes it away
	private synchronized void giveBack(Tokens session) {
		this.taken--;
		this.bySession.computeIfPresent(session, (_, count) -> (count > 1) ? count - 1 : null);
	}

	@EventListener
	void changed(Forgotten event) {
		switch (event.change()) {
			case Change.OfSubject(var subject) -> look((watch) -> watch.subject().equals(subject));
			case Change.OfEverything _ -> look((_) -> true);
			case Change.InDefender _ -> {
			}
		}
	}

	private void look(Predicate<Watch> which) {
		var watches = this.open.stream().filter(which).toList();
		if (!watches.isEmpty()) {
			Thread.ofVirtual().name("streams").start(() -> {
				var glance = Glance.now(this.sessions);
				watches.forEach((watch) -> look(watch, glance));
			});
		}
	}

	private static void look(Watch watch, Glance glance) {
		try {
			watch.look(glance);
		}
		catch (RuntimeException ex) {
			log.error("A stream could not be looked at, and ends", ex);
			watch.reconnect();
		}
	}

	@Override
	public void start() {
		this.closed = false;
		var thread = Thread.ofVirtual().name("heartbeat").unstarted(this::beat);
		this.heart = thread;
		thread.start();
	}

	private void beat() {
		while (isRunning()) {
			try {
				Thread.sleep(this.properties.heartbeat());
				var glance = Glance.routine(this.sessions);
				for (var watch : this.open) {
					look(watch, glance);
					watch.heartbeat();
				}
			}
			catch (InterruptedException _) {
				return;
			}
		}
	}

	@Override
	public void stop() {
		synchronized (this) {
			this.closed = true;
		}
		var thread = this.heart;
		this.heart = null;
		if (thread != null) {
			thread.interrupt();
		}
		this.open.forEach(Watch::reconnect);
		awaitEnd();
	}

	/** The server closes what is open without a word; who does not read has bad luck. */
	private void awaitEnd() {
		try {
			for (var look = 0; look < LOOKS && !this.open.isEmpty(); look++) {
				Thread.sleep(BETWEEN_LOOKS);
			}
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.heart != null;
	}

	/** A stream that may be opened; the place of one that is not is given back. */
	final class Place implements AutoCloseable {

		private final Tokens session;

		private final AtomicBoolean givenBack = new AtomicBoolean();

		private boolean opened;

		private Place(Tokens session) {
			this.session = session;
		}

		/** Gives it back, unless it was opened. */
		@Override
		public void close() {
			if (!this.opened) {
				giveBack();
			}
		}

		private void giveBack() {
			if (this.givenBack.compareAndSet(false, true)) {
				Streams.this.giveBack(this.session);
			}
		}

		/** Answers a request with a stream; the place is given back when it is over. */
		<W extends Watch> W open(HttpServletRequest request, HttpServletResponse response, Function<Stream, W> begin)
				throws IOException, ServletException {
			var watch = new AtomicReference<@Nullable Watch>();
			var stream = TakenConnection.open(request, response, () -> {
				giveBack();
				forget(watch.get());
			});
			this.opened = true;
			stream.tell(Event.retry(retry()));
			var begun = begin.apply(stream);
			watch.set(begun);
			Streams.this.open.add(begun);
			if (Streams.this.closed) {
				begun.reconnect();
			}
			if (stream.isOver()) {
				forget(begun);
			}
			return begun;
		}

		/** Not all at the same moment. */
		private Duration retry() {
			var least = Streams.this.properties.retry();
			return least.plusMillis(ThreadLocalRandom.current().nextLong(least.toMillis()));
		}

		private void forget(@Nullable Watch watch) {
			if (watch != null) {
				Streams.this.open.remove(watch);
				watch.left();
			}
		}

	}

}
