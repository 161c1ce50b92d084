package io.github.defenderbff.signin;

import java.io.IOException;
import java.util.Collections;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.WebUtils;

/**
 * Lets only those requests to the token check that can be an application's: with one
 * Authorization header, without a session, and not from a page in a browser.
 */
final class ApplicationDoor extends OncePerRequestFilter {

	private final String sessionCookie;

	private final HandlerExceptionResolver problems;

	ApplicationDoor(String sessionCookie, HandlerExceptionResolver problems) {
		this.sessionCookie = sessionCookie;
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var fault = fault(request);
		if (fault == null) {
			chain.doFilter(request, response);
		}
		else {
			this.problems.resolveException(request, response, null, fault);
		}
	}

	private @Nullable Failure fault(HttpServletRequest request) {
		if (WebUtils.getCookie(request, this.sessionCookie) != null) {
			return new TwoCallers();
		}
		if (request.getHeader(HttpHeaders.ORIGIN) != null || request.getHeader("Sec-Fetch-Site") != null) {
			return new FromAPage();
		}
		return (Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)).size() > 1)
				? TokenNotAccepted.withoutToken() : null;
	}

	/** The request could be a person's and an application's. */
	private static final class TwoCallers extends Failure {

		TwoCallers() {
			super(ProblemType.TWO_CALLERS, "Send the session cookie or the Authorization header, not both.");
		}

	}

	/** A page sent the request, and pages must not hold tokens. */
	private static final class FromAPage extends Failure {

		FromAPage() {
			super(ProblemType.CROSS_SITE_REQUEST,
					"Pages call with the session cookie. Tokens are for applications that are not in a browser.");
		}

	}

}
