package io.github.defenderbff.sealing;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/** The keys that an operator set; without any, one for as long as this process lives. */
@Configuration(proxyBeanMethods = false)
class Keys {

	@Bean
	KeyRing keyRing(@Value("${sealing.keys:}") String setting) {
		return StringUtils.hasText(setting) ? KeyRing.of(setting) : KeyRing.random();
	}

}
