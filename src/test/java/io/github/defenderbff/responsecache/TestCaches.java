package io.github.defenderbff.responsecache;

import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.util.unit.DataSize;

/** Caches for the tests of other modules. */
public final class TestCaches {

	private TestCaches() {
	}

	/** An empty cache. */
	public static ResponseCache empty() {
		return new ResponseCache(new ResponseCacheProperties(DataSize.ofMegabytes(1), DataSize.ofKilobytes(64)),
				new CaffeineCacheManager());
	}

}
