package io.github.defenderbff.responsecache;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The bounds of the cache, and who shares it.
 *
 * @param maximumSize how much memory entries may take together
 * @param maximumEntry the largest body that is stored
 * @param sharing who may be given the same entry
 * @param lifetimes other lifetimes than the declared ones, by operation id
 */
@ConfigurationProperties("responsecache")
record ResponseCacheProperties(@DefaultValue("256MB") DataSize maximumSize, @DefaultValue("1MB") DataSize maximumEntry,
		@DefaultValue("nobody") Sharing sharing, @DefaultValue Map<String, Lifetimes.Other> lifetimes) {

	ResponseCacheProperties {
		lifetimes = Map.copyOf(lifetimes);
	}

}
