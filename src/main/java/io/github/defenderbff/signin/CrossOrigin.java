package io.github.defenderbff.signin;

import java.util.List;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

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

	/** The name is the one that the security chains look for. */
	@Bean
	CorsFilter corsFilter(CorsConfigurationSource corsConfigurationSource, RefusedRequests refused) {
		var filter = new CorsFilter(corsConfigurationSource);
		var processor = new DefaultCorsProcessor();
		filter.setCorsProcessor((configuration, request, response) -> {
			var passed = processor.processRequest(configuration, request, response);
			if (!passed) {
				refused.tell(request, RefusedRequests.CROSS_ORIGIN);
			}
			return passed;
		});
		return filter;
	}

	/** It is for those chains and for no request besides. */
	@Bean
	FilterRegistrationBean<CorsFilter> corsFilterInChainsOnly(CorsFilter corsFilter) {
		var registration = new FilterRegistrationBean<>(corsFilter);
		registration.setEnabled(false);
		return registration;
	}

}
