package io.github.sandbox.entra;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * The pages a person sees; whoever is not signed in is asked to, everything but signing
 * out is CSRF protected. Graph, which takes tokens, is here too.
 */
@Configuration(proxyBeanMethods = false)
class PagesChain {

	private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-src http: https:; "
			+ "base-uri 'none'; frame-ancestors 'none'";

	@Bean
	@Order(2)
	SecurityFilterChain pages(HttpSecurity http, PersonSignIn signIn, TokenErrors tokenErrors,
			FreshSignIn freshSignIn) {
		return http
			.authorizeHttpRequests((authorize) -> authorize.requestMatchers(Tenant.CONSENT, Tenant.ADMIN_CONSENT)
				.authenticated()
				.anyRequest()
				.permitAll())
			.authenticationProvider(signIn)
			.formLogin((form) -> form.loginPage(Tenant.SIGN_IN)
				.loginProcessingUrl(Tenant.SIGN_IN)
				.usernameParameter(SignInPage.PERSON)
				.successHandler(signIn)
				.failureUrl(Tenant.SIGN_IN))
			.csrf((csrf) -> csrf.ignoringRequestMatchers(Tenant.LOGOUT, GraphSecurity.PATH))
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(POLICY)))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(new SignInEntryPoint(tokenErrors)))
			.addFilterAfter(freshSignIn, SecurityContextHolderFilter.class)
			.logout(LogoutConfigurer::disable)
			.requestCache(RequestCacheConfigurer::disable)
			.build();
	}

}
