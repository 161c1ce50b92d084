package io.github.defenderbff.signin;

import java.time.Clock;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Applications without a person call the API with a bearer token that was issued to them
 * for this service. Where the operator lets them, every call with an Authorization header
 * is an application's and never a person's: no session is read or made, no cookie is set.
 * What belongs to a session is not theirs.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("signin.applications.enabled")
class ApplicationSecurity {

	private static final String[] ABOUT_THE_CALLER = { "/api/me", "/api/me/permissions", "/api/me/permissions/check" };

	private static final String[] OF_PEOPLE = { "/api/me/**", "/api/session/**", "/api/policy/**", "/api/quota/**",
			"/api/cache/**", "/api/operations/**", "/api/people/**", "/api/downloads/**", "/api/live/**", "/login/**",
			SignInPaths.LOGOUT };

	@Bean
	@Order(0)
	SecurityFilterChain applicationChain(HttpSecurity http, ApplicationTokenCheck tokenCheck,
			PathPatternRequestMatcher.Builder paths, Cookies cookies, HandlerExceptionResolver handlerExceptionResolver,
			ApplicationEventPublisher events) {
		var refusals = new ApplicationRefusals(handlerExceptionResolver, events);
		var bearer = new BearerTokenAuthenticationFilter(tokenCheck);
		bearer.setAuthenticationEntryPoint(refusals);
		bearer.setAuthenticationFailureHandler(refusals);
		return http.securityMatcher(withAuthorization(paths))
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.securityContext((context) -> context.securityContextRepository(new NullSecurityContextRepository()))
			.csrf((csrf) -> csrf.disable())
			.cors((cors) -> cors.disable())
			.logout((logout) -> logout.disable())
			.addFilter(bearer)
			.addFilterBefore(new ApplicationDoor(cookies.sessionName(), handlerExceptionResolver),
					BearerTokenAuthenticationFilter.class)
			.authorizeHttpRequests((requests) -> requests.requestMatchers(ABOUT_THE_CALLER)
				.authenticated()
				.requestMatchers(OF_PEOPLE)
				.denyAll()
				.anyRequest()
				.authenticated())
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			.build();
	}

	/** Public pages are left out: there the header means nothing. */
	private static RequestMatcher withAuthorization(PathPatternRequestMatcher.Builder paths) {
		return new AndRequestMatcher(new RequestHeaderRequestMatcher(HttpHeaders.AUTHORIZATION), new OrRequestMatcher(
				paths.matcher("/api/**"), paths.matcher("/login/**"), paths.matcher(SignInPaths.LOGOUT)));
	}

	@Bean
	ApplicationTokenCheck applicationTokenCheck(ApplicationProperties settings, OAuth2ClientProperties clients,
			SignInProperties signIn, ClientRegistrationRepository registrations, TokenEndpoint tokenEndpoint,
			Clock clock) {
		var own = new ApplicationTokens(registrations, tokenEndpoint.ownExchange(), signIn.resource(), clock);
		return new ApplicationTokenCheck(ApplicationTerms.of(settings, clients, signIn), own, clock);
	}

}
