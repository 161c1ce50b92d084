package io.github.defenderbff.responsecache;

import java.util.List;

import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the cache visible to whatever watches Spring's caches. */
@Configuration(proxyBeanMethods = false)
class ResponseCacheConfiguration {

	@Bean
	CaffeineCacheManager cacheManager() {
		var manager = new CaffeineCacheManager();
		manager.setCacheNames(List.of());
		return manager;
	}

}
