package io.github.defenderbff.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The API answers people with a session. Without one it says so as a problem and never
 * redirects; only the question whether there is a session may be asked by anybody.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

	@Bean
	@Order(1)
	SecurityFilterChain apiChain(HttpSecurity http) {
		return http.securityMatcher("/api/**")
			.authorizeHttpRequests(
					(requests) -> requests.requestMatchers("/api/session").permitAll().anyRequest().authenticated())
			.cors(Customizer.withDefaults())
			.logout((logout) -> logout.disable())
			.build();
	}

}
