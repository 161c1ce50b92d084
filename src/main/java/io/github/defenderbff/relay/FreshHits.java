package io.github.defenderbff.relay;

import java.io.IOException;
import java.util.List;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.responsecache.ResponseCache;
import io.github.defenderbff.signin.Csrf;
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
import org.springframework.web.util.WebUtils;

/**
 * Answers a person's read ahead of the security chain and the web layer, if the answer is
 * fresh and an equal request was answered from the cache before. All that these would do
 * is to find the same operation again and write the same headers. What may differ is
 * checked each time: that the request comes from our own pages or from none, that the
 * session lives, and by the path of a call itself, that the policy permits it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class FreshHits extends OncePerRequestFilter {

	/** Whatever these ask for, it is not only the answer. */
	private static final List<String> NOT_PLAIN = List.of(HttpHeaders.ORIGIN, HttpHeaders.AUTHORIZATION,
			HttpHeaders.CACHE_CONTROL, HttpHeaders.CONTENT_TYPE, HttpHeaders.TRANSFER_ENCODING);

	/** What is read here, and refused by the chain where it has other characters. */
	private static final List<String> PRINTABLE = List.of(HttpHeaders.IF_NONE_MATCH, HttpHeaders.ACCEPT_ENCODING);

	private final KnownRequests known = new KnownRequests();

	private final SessionCallers callers;

	private final Partitions partitions;

	private final ResponseCache cache;

	private final Stage path;

	private final PayloadHeaders headers;

	private final Csrf csrf;

	private final HandlerExceptionResolver problems;

	FreshHits(SessionCallers callers, Partitions partitions, ResponseCache cache, Stage path, PayloadHeaders headers,
			Csrf csrf, HandlerExceptionResolver handlerExceptionResolver) {
		this.callers = callers;
		this.partitions = partitions;
		this.cache = cache;
		this.path = path;
		this.headers = headers;
		this.csrf = csrf;
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

	/**
	 * Whether it asks for nothing but the answer, in its address alone, and no other site
	 * has a hand in it. Who has no CSRF cookie gets one from the chain.
	 */
	private boolean isPlain(HttpServletRequest request) {
		var site = request.getHeader("Sec-Fetch-Site");
		return HttpMethod.GET.matches(request.getMethod()) && (site == null || "same-origin".equals(site))
				&& request.getContentLengthLong() <= 0
				&& NOT_PLAIN.stream().allMatch((name) -> request.getHeader(name) == null)
				&& PRINTABLE.stream().allMatch((name) -> isPrintable(request.getHeader(name)))
				&& WebUtils.getCookie(request, this.csrf.cookie()) != null;
	}

	private static boolean isPrintable(@Nullable String value) {
		return value == null || value.chars().allMatch((character) -> character >= ' ' && character <= '~');
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
