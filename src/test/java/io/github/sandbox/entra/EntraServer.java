package io.github.sandbox.entra;

import java.util.List;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/** The parts of the look-alike's own small application; nothing is scanned for. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({ TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
		WebMvcAutoConfiguration.class, JacksonAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class,
		ServletWebSecurityAutoConfiguration.class, HttpEncodingAutoConfiguration.class,
		SecurityFilterAutoConfiguration.class })
@Import({ ProtocolChain.class, PagesChain.class, Tenant.class, AppRegistration.class, PlainSecrets.class,
		SsoSessions.class, Consents.class, Authorizations.class, TokenBehaviour.class, AuthorizeRequests.class,
		EntraTokens.class, RefreshGrant.class, TokenAnswer.class, TokenErrors.class, TokenGate.class, FreshSignIn.class,
		PersonSignIn.class, SignInPage.class, ConsentPage.class, AdminConsentPage.class, LogoutPage.class,
		Discovery.class, GraphBehaviour.class, GraphCallers.class, GraphGroups.class, GraphSecurity.class,
		AppGrants.class, DaemonTokens.class, AppAssertions.class, SigningKeys.class })
class EntraServer {

	@Bean
	AuthorizationServerSettings addresses() {
		return AuthorizationServerSettings.builder()
			.authorizationEndpoint(Tenant.AUTHORIZE)
			.tokenEndpoint(Tenant.TOKEN)
			.jwkSetEndpoint(Tenant.KEYS)
			.build();
	}

	@Bean
	JwtEncoder jwtEncoder(JWKSource<SecurityContext> keys) {
		var encoder = new NimbusJwtEncoder(keys);
		encoder.setJwkSelector(List::getFirst);
		return encoder;
	}

	@Bean
	FilterRegistrationBean<TokenGate> tokenGateOnlyInItsChain(TokenGate filter) {
		FilterRegistrationBean<TokenGate> registration = new FilterRegistrationBean<>(filter);
		registration.setEnabled(false);
		return registration;
	}

	@Bean
	FilterRegistrationBean<FreshSignIn> freshSignInOnlyInItsChain(FreshSignIn filter) {
		FilterRegistrationBean<FreshSignIn> registration = new FilterRegistrationBean<>(filter);
		registration.setEnabled(false);
		return registration;
	}

}
