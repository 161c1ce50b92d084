package io.github.defenderbff.signin;

import java.util.stream.Stream;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.WebUtils;

/**
 * What protects every chain alike: the session record as the only source of identity, the
 * cookie-to-header CSRF token, Fetch Metadata, and the security headers.
 */
@Configuration(proxyBeanMethods = false)
class BrowserDefences {

	private static final String CSRF_HEADER = "X-XSRF-TOKEN";

	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
			+ "frame-ancestors 'none'";

	@Bean
	Customizer<HttpSecurity> everyChain(SessionSecurityContext sessions, Cookies cookies, SignInProperties properties,
			PathPatternRequestMatcher.Builder paths, HandlerExceptionResolver handlerExceptionResolver,
			RefusedRequests refused) {
		return (http) -> http.securityContext((context) -> context.securityContextRepository(sessions))
			.requestCache((cache) -> cache.disable())
			.csrf((csrf) -> csrf.csrfTokenRequestHandler(new HeaderCsrfToken())
				.csrfTokenRepository(csrfTokens(cookies)))
			.exceptionHandling((handling) -> handling
				.authenticationEntryPoint((request, response, _) -> handlerExceptionResolver.resolveException(request,
						response, null, whyNot(request, cookies)))
				.accessDeniedHandler((request, response, _) -> {
					refused.tell(request, ProblemType.CSRF_TOKEN_INVALID);
					handlerExceptionResolver.resolveException(request, response, null,
							new CsrfTokenInvalid(cookies.csrfName()));
				}))
			.addFilterBefore(
					new FetchMetadata(properties.origins(), notLinkedTo(paths), handlerExceptionResolver, refused),
					CorsFilter.class);
	}

	/** The API, and what changes a session: another site must not send a person there. */
	private static RequestMatcher notLinkedTo(PathPatternRequestMatcher.Builder paths) {
		return new OrRequestMatcher(
				Stream.of("/api/**", SignInPaths.CONSENT, SignInPaths.ADMIN_CONSENT, SignInPaths.STEP_UP)
					.<RequestMatcher>map(paths::matcher)
					.toList());
	}

	@Bean
	Csrf csrf(Cookies cookies) {
		return new Csrf(cookies.csrfName(), CSRF_HEADER);
	}

	@Bean
	SessionCookie sessionCookie(Cookies cookies) {
		return new SessionCookie(cookies.sessionName());
	}

	/** Chains match paths as the web layer does, whatever their case. */
	@Bean
	PathPatternRequestMatcherBuilderFactoryBean requestMatchers() {
		return new PathPatternRequestMatcherBuilderFactoryBean();
	}

	private static CookieCsrfTokenRepository csrfTokens(Cookies cookies) {
		var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
		tokens.setCookieName(cookies.csrfName());
		tokens.setCookieCustomizer((cookie) -> cookie.path("/").secure(cookies.secure()).sameSite("Strict"));
		return tokens;
	}

	private static Failure whyNot(HttpServletRequest request, Cookies cookies) {
		return (WebUtils.getCookie(request, cookies.sessionName()) != null)
				? new SessionEnded("The session has ended. Sign in again; nothing was changed.") : new NotSignedIn();
	}

	@Bean
	Customizer<HeadersConfigurer<HttpSecurity>> securityHeaders(Cookies cookies) {
		return (headers) -> headers
			.httpStrictTransportSecurity((transport) -> transport.requestMatcher((_) -> cookies.secure()))
			.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
			.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.NO_REFERRER))
			.frameOptions((frames) -> frames.deny())
			.cacheControl((cache) -> cache.disable());
	}

	/** A path the firewall refuses is bad input like any other. */
	@Bean
	RequestRejectedHandler requestRejectedHandler(HandlerExceptionResolver handlerExceptionResolver) {
		return (request, response, _) -> handlerExceptionResolver.resolveException(request, response, null,
				new PathRefused());
	}

	/** The CSRF token is missing or is not the one of the cookie. */
	private static final class CsrfTokenInvalid extends Failure {

		CsrfTokenInvalid(String cookie) {
			super(ProblemType.CSRF_TOKEN_INVALID,
					"Send the value of the cookie " + cookie + " in the header X-XSRF-TOKEN with every unsafe method.");
		}

	}

	/** The path has characters or segments that no address of this service has. */
	private static final class PathRefused extends Failure {

		PathRefused() {
			super(ProblemType.MALFORMED_REQUEST, "The path contains characters or segments that are not allowed.");
		}

	}

}
