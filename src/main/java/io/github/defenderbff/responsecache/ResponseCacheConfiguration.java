package io.github.defenderbff.responsecache;

import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the cache visible to whatever watches Spring's caches. */
@Configuration(proxyBeanMethods = false)
class ResponseCacheConfiguration {

	@Bean
	CaffeineCacheManager cacheManager() {
		var manager = new CaffeineCacheManager();
		manager.setCacheNames(java.util.List.of());
		return manager;
	}

}
