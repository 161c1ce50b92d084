package io.github.defenderbff.problem;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Tells failures that filters meet, ahead of the web layer, as that tells its own. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
final class FailuresOfFilters extends OncePerRequestFilter {

	private final HandlerExceptionResolver problems;

	FailuresOfFilters(HandlerExceptionResolver handlerExceptionResolver) {
		this.problems = handlerExceptionResolver;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (Failure failure) {
			if (response.isCommitted()) {
				throw failure;
			}
			response.resetBuffer();
			this.problems.resolveException(request, response, null, failure);
		}
	}

}
