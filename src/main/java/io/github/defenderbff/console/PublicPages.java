package io.github.defenderbff.console;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import jakarta.servlet.DispatcherType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Anybody may read the start page and the API's documentation; they hold no data.
 * Whatever no other chain serves is not there.
 */
@Configuration(proxyBeanMethods = false)
class PublicPages {

	@Bean
	@Order(3)
	SecurityFilterChain pagesChain(HttpSecurity http, HandlerExceptionResolver handlerExceptionResolver) {
		return http
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(HttpMethod.GET, "/", "/*.html", "/assets/**", "/favicon.ico", "/swagger-ui/**",
						"/v3/api-docs", "/v3/api-docs/**")
				.permitAll()
				.anyRequest()
				.denyAll())
			.exceptionHandling((handling) -> handling
				.authenticationEntryPoint((request, response, _) -> handlerExceptionResolver.resolveException(request,
						response, null, new NoSuchPage()))
				.accessDeniedHandler((request, response, _) -> handlerExceptionResolver.resolveException(request,
						response, null, new NoSuchPage())))
			.logout((logout) -> logout.disable())
			.build();
	}

	/** There is no page at this address. */
	private static final class NoSuchPage extends Failure {

		NoSuchPage() {
			super(ProblemType.NOT_FOUND,
					"There is nothing at this path. The API is under /api, its documentation at /swagger-ui.html.");
		}

	}

}
