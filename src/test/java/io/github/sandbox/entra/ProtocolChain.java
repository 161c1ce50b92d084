package io.github.sandbox.entra;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationProvider;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * The endpoints an app talks to: Spring's authorization server with Entra's rules put in.
 */
@Configuration(proxyBeanMethods = false)
class ProtocolChain {

	@Bean
	@Order(1)
	SecurityFilterChain protocol(HttpSecurity http, AuthorizeRequests requests, RefreshGrant refreshGrant,
			AppGrants appGrants, AppAssertions assertions, TokenAnswer answer, TokenErrors tokenErrors, TokenGate gate,
			FreshSignIn freshSignIn) {
		AuthorizeErrors authorizeErrors = new AuthorizeErrors();
		OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
		return http.securityMatcher(server.getEndpointsMatcher())
			.with(server,
					(configurer) -> configurer
						.authorizationEndpoint((endpoint) -> endpoint.consentPage(Tenant.CONSENT)
							.authenticationProviders((providers) -> entraRules(providers, requests))
							.errorResponseHandler(authorizeErrors))
						.clientAuthentication((client) -> client
							.authenticationProviders((providers) -> entraAssertions(providers, assertions))
							.errorResponseHandler(tokenErrors))
						.tokenEndpoint((endpoint) -> endpoint.authenticationProvider(refreshGrant)
							.authenticationProviders((providers) -> entraGrants(providers, appGrants))
							.accessTokenResponseHandler(answer)
							.errorResponseHandler(tokenErrors)))
			.authorizeHttpRequests((authorize) -> authorize.anyRequest().authenticated())
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(new SignInEntryPoint(tokenErrors)))
			.requestCache(RequestCacheConfigurer::disable)
			.addFilterBefore(gate, SecurityContextHolderFilter.class)
			.addFilterAfter(freshSignIn, SecurityContextHolderFilter.class)
			.build();
	}

	private static void entraRules(List<AuthenticationProvider> providers, AuthorizeRequests requests) {
		for (AuthenticationProvider provider : providers) {
			if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider codeRequests) {
				codeRequests.setAuthenticationValidator(requests);
				codeRequests.setAuthorizationConsentRequired(requests);
			}
		}
	}

	private static void entraAssertions(List<AuthenticationProvider> providers, AppAssertions assertions) {
		for (AuthenticationProvider provider : providers) {
			if (provider instanceof JwtClientAssertionAuthenticationProvider clientAssertions) {
				clientAssertions.setJwtDecoderFactory(assertions);
			}
		}
	}

	private static void entraGrants(List<AuthenticationProvider> providers, AppGrants appGrants) {
		providers.removeIf(OAuth2RefreshTokenAuthenticationProvider.class::isInstance);
		for (AuthenticationProvider provider : providers) {
			if (provider instanceof OAuth2ClientCredentialsAuthenticationProvider clientCredentials) {
				clientCredentials.setAuthenticationValidator(appGrants);
			}
		}
	}

}
