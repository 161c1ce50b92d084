package io.github.defenderbff.signin;

import java.util.Objects;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Tells an application why it is not let in. Only of a token whose signature is good is
 * told what is wrong with it.
 */
final class ApplicationRefusals implements AuthenticationFailureHandler, AuthenticationEntryPoint, AccessDeniedHandler {

	private static final Logger log = LoggerFactory.getLogger(ApplicationRefusals.class);

	private final HandlerExceptionResolver problems;

	private final ApplicationEventPublisher events;

	ApplicationRefusals(HandlerExceptionResolver problems, ApplicationEventPublisher events) {
		this.problems = problems;
		this.events = events;
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) {
		commence(request, response, exception);
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) {
		var failure = switch (exception) {
			case OAuth2AuthenticationException refused -> notAccepted(refused);
			case AuthenticationServiceException unavailable -> new IdentityProviderUnreachable(unavailable);
			default -> TokenNotAccepted.withoutToken();
		};
		this.events.publishEvent(new SignInEvent.TokenRefused(failure.type().slug()));
		tell(request, response, failure);
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception) {
		tell(request, response, new PeopleOnly());
	}

	private static TokenNotAccepted notAccepted(OAuth2AuthenticationException exception) {
		var fault = (exception.getCause() instanceof JwtValidationException invalid)
				? Objects.requireNonNullElse(invalid.getErrors().iterator().next().getDescription(), "")
				: "The token cannot be verified.";
		log.info("A token was not accepted: {}", fault);
		return TokenNotAccepted.because(fault);
	}

	private void tell(HttpServletRequest request, HttpServletResponse response, Failure failure) {
		this.problems.resolveException(request, response, null, failure);
	}

	/** What is asked for belongs to a session, and applications have none. */
	private static final class PeopleOnly extends Failure {

		PeopleOnly() {
			super(ProblemType.PEOPLE_ONLY, "This is for people who sign in; applications have no session.");
		}

	}

}
