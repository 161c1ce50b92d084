package io.github.defenderbff.signin;

import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * The management port serves the exposed endpoints to whoever can reach it, and nothing
 * of the API. On the main port no chain knows them.
 */
@Configuration(proxyBeanMethods = false)
class ManagementSecurity {

	private static final RequestMatcher ON_MANAGEMENT_PORT = (request) -> {
		var context = WebApplicationContextUtils.getWebApplicationContext(request.getServletContext());
		return WebServerApplicationContext.hasServerNamespace(context, "management");
	};

	/** Each of the filters would be measured, with every request. */
	@Bean
	SecurityObservationSettings noObservationOfFilters() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	@Order(-1)
	SecurityFilterChain managementChain(HttpSecurity http) {
		var notThere = new HttpStatusEntryPoint(HttpStatus.NOT_FOUND);
		return http.securityMatcher(ON_MANAGEMENT_PORT)
			.authorizeHttpRequests((requests) -> requests.requestMatchers(EndpointRequest.toAnyEndpoint())
				.permitAll()
				.anyRequest()
				.denyAll())
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(notThere))
			.csrf((csrf) -> csrf.disable())
			.logout((logout) -> logout.disable())
			.build();
	}

}
