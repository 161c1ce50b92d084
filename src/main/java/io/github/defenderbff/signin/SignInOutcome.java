package io.github.defenderbff.signin;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** What a browser sees when it comes back from the identity provider. */
@Component
final class SignInOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	private static final Logger log = LoggerFactory.getLogger(SignInOutcome.class);

	private static final Set<String> DECLINED = Set.of("access_denied", "consent_required");

	private static final Map<String, String> EXPLANATIONS = Map.of("access_denied",
			"The permission was declined, or an administrator must consent to it. Your session is as it was.",
			"authorization_request_not_found",
			"This sign-in was already completed, or took longer than ten minutes. Start again.", "consent_required",
			"Consent is missing. Ask an administrator to consent to the permission.", "interaction_required",
			"The identity provider wants to see you again. Start again.", "invalid_request",
			"The address is not a complete answer of the identity provider. Start again.");

	private final HandlerExceptionResolver problems;

	SignInOutcome(HandlerExceptionResolver handlerExceptionResolver) {
		this.problems = handlerExceptionResolver;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		SignInPages.landing(response, SignInPurpose.completedBy(request).returnTo());
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) throws IOException {
		var code = (exception instanceof OAuth2AuthenticationException oauth2) ? oauth2.getError().getErrorCode()
				: "unexpected";
		log.info("Sign-in failed: {}", code.matches("[a-z_]{1,40}") ? code : "unexpected");
		var failed = new SignInFailed(
				EXPLANATIONS.getOrDefault(code, "The identity provider's answer was not accepted."));
		tell(failed, DECLINED.contains(code) ? "Not granted" : "Sign-in failed", request, response);
	}

	/** Tells a failure as a page to a person, and as a problem to a script. */
	void tell(Failure failed, String title, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		if (wantsPage(request)) {
			SignInPages.failed(response, failed.type().status(), title,
					Objects.requireNonNullElse(failed.getBody().getDetail(), failed.type().title()));
		}
		else {
			this.problems.resolveException(request, response, null, failed);
		}
	}

	private static boolean wantsPage(HttpServletRequest request) {
		var accept = request.getHeader(HttpHeaders.ACCEPT);
		return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
	}

	/** The sign-in did not complete; a session the browser had before goes on. */
	private static final class SignInFailed extends Failure {

		SignInFailed(String detail) {
			super(ProblemType.SIGN_IN_FAILED, detail);
			member("login_url", SignInPaths.LOGIN);
		}

	}

}
