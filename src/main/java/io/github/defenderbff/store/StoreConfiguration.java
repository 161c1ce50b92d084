package io.github.defenderbff.store;

import java.time.Clock;

import io.github.defenderbff.sealing.KeyRing;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which store there is: one in memory, unless another module offers one. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

	@Bean
	Shelves shelves(ObjectProvider<Store> shared, Clock clock, KeyRing ring) {
		return new Shelves(shared.getIfAvailable(() -> new MemoryStore(clock)), ring);
	}

}
