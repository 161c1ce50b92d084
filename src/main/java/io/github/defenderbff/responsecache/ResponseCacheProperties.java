package io.github.defenderbff.responsecache;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The bounds of the cache.
 *
 * @param maximumSize how much memory entries may take together
 * @param maximumEntry the largest body that is stored
 */
@ConfigurationProperties("responsecache")
record ResponseCacheProperties(@DefaultValue("256MB") DataSize maximumSize,
		@DefaultValue("1MB") DataSize maximumEntry) {

}
