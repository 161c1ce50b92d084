package io.github.defenderbff.relay;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.responsecache.Key;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Fetches newer answers while those who asked already have the older ones: once for each
 * key, and without waiting for quota.
 */
final class Refresh {

	private static final Logger log = LoggerFactory.getLogger(Refresh.class);

	private final Set<Key> underway = ConcurrentHashMap.newKeySet();

	private final Stage next;

	private final Executor threads;

	Refresh(Stage next) {
		this(next, (refresh) -> Thread.ofVirtual().name("refresh").start(refresh));
	}

	Refresh(Stage next, Executor threads) {
		this.next = next;
		this.threads = threads;
	}

	void begin(Call call) {
		var key = Objects.requireNonNull(call.slot()).key();
		if (this.underway.add(key)) {
			var context = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.<String, String>of());
			this.threads.execute(() -> refresh(call, key, context));
		}
	}

	private void refresh(Call call, Key key, Map<String, String> context) {
		MDC.setContextMap(context);
		try (var _ = this.next.answer(call.impatient())) {
			log.debug("Refreshed {}", call.operation().id());
		}
		catch (Failure failure) {
			log.debug("Not refreshed, {}: {}", call.operation().id(), failure.type());
		}
		catch (Exception ex) {
			log.warn("Not refreshed: {}", call.operation().id(), ex);
		}
		finally {
			this.underway.remove(key);
		}
	}

}
