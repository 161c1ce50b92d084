package io.github.defenderbff.live;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.defenderbff.relay.Calls;
import io.github.defenderbff.responsecache.Change;
import io.github.defenderbff.responsecache.Forgotten;
import io.github.defenderbff.responsecache.Key;
import io.github.defenderbff.signin.SessionCallers;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** One poller for each answer that streams wait for. */
@Component
final class Pollers {

	private final Map<Key, Poller> pollers = new ConcurrentHashMap<>();

	private final Calls calls;

	private final SessionCallers sessions;

	private final LiveProperties properties;

	private final Clock clock;

	Pollers(Calls calls, SessionCallers sessions, LiveProperties properties, Clock clock, MeterRegistry meters) {
		this.calls = calls;
		this.sessions = sessions;
		this.properties = properties;
		this.clock = clock;
		meters.gauge("live.pollers", this.pollers, Map::size);
	}

	/** Puts a stream to the poller of its answer. */
	void join(Key key, AnswerWatch watch) {
		this.pollers.compute(key, (_, there) -> {
			var poller = (there != null) ? there : start(key, watch.source());
			poller.add(watch);
			return poller;
		});
		if (watch.isOver()) {
			leave(key, watch);
		}
	}

	private Poller start(Key key, Source source) {
		var poller = new Poller(key, source, this, this.clock.instant());
		Thread.ofVirtual().name("poller").start(poller);
		return poller;
	}

	/** Takes a stream off; the poller of none ends. */
	@SuppressWarnings("NullAway") // null takes it away
	void leave(Key key, AnswerWatch watch) {
		this.pollers.computeIfPresent(key, (_, poller) -> poller.remove(watch) ? null : poller);
	}

	/** How many there are that use the same limit. */
	int using(String operation) {
		return (int) this.pollers.keySet().stream().filter((key) -> key.operation().equals(operation)).count();
	}

	Calls calls() {
		return this.calls;
	}

	SessionCallers sessions() {
		return this.sessions;
	}

	LiveProperties properties() {
		return this.properties;
	}

	/** Something was changed through this service: it can be seen now. */
	@EventListener
	void changed(Forgotten event) {
		if (event.change() instanceof Change.InDefender change) {
			this.pollers.values()
				.stream()
				.filter((poller) -> change.entities().contains(poller.source().entity()))
				.forEach(Poller::wake);
		}
	}

}
