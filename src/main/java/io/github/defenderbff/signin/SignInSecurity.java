package io.github.defenderbff.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Signing in and out. Anybody may start a sign-in and come back from one; signing out is
 * a POST with the CSRF token.
 */
@Configuration(proxyBeanMethods = false)
class SignInSecurity {

	@Bean
	@Order(2)
	SecurityFilterChain signInChain(HttpSecurity http, AnswersOfTheIssuer transactions, NewSession newSession,
			SignInOutcome outcome, SignOut signOut) {
		return http.securityMatcher("/login", "/login/**", SignInPaths.LOGOUT)
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.oauth2Login((login) -> login.loginPage(SignInPaths.LOGIN)
				.authorizationEndpoint((endpoint) -> endpoint.authorizationRequestRepository(transactions))
				.authorizedClientRepository(newSession)
				.successHandler(outcome)
				.failureHandler(outcome))
			.logout((logout) -> logout.logoutUrl(SignInPaths.LOGOUT)
				.addLogoutHandler(signOut)
				.logoutSuccessHandler(signOut))
			.build();
	}

	/**
	 * The identity provider comes without a cookie, from another site or from none: what
	 * it sends is all that counts, and none of what protects people's sessions applies.
	 */
	@Bean
	@Order(0)
	SecurityFilterChain providerChain(PathPatternRequestMatcher.Builder paths) {
		return new DefaultSecurityFilterChain(paths.matcher(SignInPaths.LOGOUT_BY_PROVIDER + "/**"));
	}

	/**
	 * Takes the person from the ID token alone. The UserInfo endpoint is not asked: the
	 * access token is for Defender, and the endpoint would refuse it.
	 */
	@Bean
	OAuth2UserService<OidcUserRequest, OidcUser> people() {
		return (request) -> new SigningIn(request.getIdToken(), request.getAdditionalParameters());
	}

}
