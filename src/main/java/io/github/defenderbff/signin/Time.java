package io.github.defenderbff.signin;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock everything is measured with. */
@Configuration(proxyBeanMethods = false)
class Time {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
