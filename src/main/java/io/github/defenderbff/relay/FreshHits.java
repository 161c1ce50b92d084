package io.github.defenderbff.relay;

import java.io.IOException;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.responsecache.ResponseCache;
import io.github.defenderbff.signin.SessionCallers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Answers a person's read ahead of the security chain and the web layer, if the answer is
 * fresh and an equal request was answered in full before. All that these would do is to
 * find the same operation again and write the same headers. What may differ is checked
 * each time: that the request comes from our own pages or from none, that the session
 * lives, and by the path of a call itself, that the policy permits it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class FreshHits extends OncePerRequestFilter {

	private final KnownRequests known = new KnownRequests();

	private final SessionCallers callers;

	private final Partitions partitions;

	private final ResponseCache cache;

	private final Stage path;

	private final PayloadHeaders headers;

	private final HandlerExceptionResolver problems;

	FreshHits(SessionCallers callers, Partitions partitions, ResponseCache cache, Stage path, PayloadHeaders headers,
			HandlerExceptionResolver handlerExceptionResolver) {
		this.callers = callers;
		this.partitions = partitions;
		this.cache = cache;
		this.path = path;
		this.headers = headers;
		this.problems = handlerExceptionResolver;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var plain = isPlain(request);
		var like = plain ? this.known.find(request) : null;
		var call = (like != null) ? freshCall(request, like) : null;
		if (like != null && call != null) {
			answer(request, response, like, call);
			return;
		}
		chain.doFilter(request, response);
		if (plain) {
			this.known.learn(request, response);
		}
	}

	/** Whether it asks for nothing but the answer, and no other site has a hand in it. */
	private static boolean isPlain(HttpServletRequest request) {
		var site = request.getHeader("Sec-Fetch-Site");
		return HttpMethod.GET.matches(request.getMethod()) && (site == null || "same-origin".equals(site))
				&& request.getHeader(HttpHeaders.ORIGIN) == null && request.getHeader(HttpHeaders.AUTHORIZATION) == null
				&& request.getHeader(HttpHeaders.CACHE_CONTROL) == null;
	}

	/** The call, if there is a session and a fresh answer for it. */
	private @Nullable Call freshCall(HttpServletRequest request, KnownRequest like) {
		return this.callers.of(request)
			.map(like::by)
			.filter((call) -> this.cache.findFresh(this.partitions.key(call)) != null)
			.orElse(null);
	}

	private void answer(HttpServletRequest request, HttpServletResponse response, KnownRequest like, Call call)
			throws IOException {
		like.describe(request, response);
		try {
			this.headers.write(this.path.answer(call), like.contentType(), request, response);
		}
		catch (Failure failure) {
			this.problems.resolveException(request, response, null, failure);
		}
	}

}
