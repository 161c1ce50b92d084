package io.github.defenderbff.responsecache;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.util.unit.DataSize;

/** Caches for the tests of other modules. */
public final class TestCaches {

	private TestCaches() {
	}

	/** An empty cache, whose entries are everybody's own. */
	public static ResponseCache empty(Clock clock) {
		return empty(clock, Sharing.NOBODY);
	}

	/** An empty cache, whose entries may be shared. */
	public static ResponseCache empty(Clock clock, Sharing sharing) {
		return new ResponseCache(properties(DataSize.ofMegabytes(1), DataSize.ofKilobytes(64), sharing),
				new CaffeineCacheManager(), new StaticListableBeanFactory().getBeanProvider(Peers.class),
				new StaticListableBeanFactory().getBeanProvider(SecondLevel.class), clock, (_) -> {
				});
	}

	/** An operator who wants answers of one operation fresh for so long. */
	public static Lifetimes fresh(String operation, Duration duration) {
		return new Lifetimes(new ResponseCacheProperties(DataSize.ofMegabytes(1), DataSize.ofKilobytes(64),
				Sharing.NOBODY, Map.of(operation, new Lifetimes.Other(duration, null, null))));
	}

	/** Settings with no lifetimes of their own. */
	static ResponseCacheProperties properties(DataSize maximumSize, DataSize maximumEntry, Sharing sharing) {
		return new ResponseCacheProperties(maximumSize, maximumEntry, sharing, Map.of());
	}

}
