package io.github.defenderbff.signin;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * Lets pages of listed origins read the API. They cannot change anything: the CSRF token
 * is in a cookie that only pages of this service can read.
 */
@Configuration(proxyBeanMethods = false)
class CrossOrigin {

	@Bean
	CorsConfigurationSource corsConfigurationSource(SignInProperties properties) {
		var cors = new CorsConfiguration();
		cors.setAllowedOrigins(List.copyOf(properties.origins()));
		cors.setAllowedMethods(List.of(HttpMethod.GET.name(), HttpMethod.HEAD.name()));
		cors.setAllowedHeaders(List.of("If-None-Match", "traceparent"));
		cors.setExposedHeaders(List.of("ETag", "Age", "Cache-Status", "Proxy-Status", "RateLimit", "RateLimit-Policy",
				"Retry-After", "X-Correlation-Id"));
		cors.setAllowCredentials(true);
		var source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/api/**", cors);
		return source;
	}

}
