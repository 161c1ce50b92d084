package io.github.defenderbff.signin;

import java.io.IOException;
import java.util.Set;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses requests that another site's page made the browser send (W3C Fetch Metadata,
 * and the Origin header where a browser sends no metadata). Clients that are not browsers
 * send neither and pass; the session cookie is theirs to keep. Same-site is not
 * same-origin: a neighbouring host is let in only when it is on the list. Pages may be
 * linked to, or nobody could come back from the identity provider; the API may not.
 */
final class FetchMetadata extends OncePerRequestFilter {

	private final Set<String> origins;

	private final RequestMatcher api;

	private final HandlerExceptionResolver problems;

	private final RefusedRequests refused;

	FetchMetadata(Set<String> origins, RequestMatcher api, HandlerExceptionResolver problems, RefusedRequests refused) {
		this.origins = origins;
		this.api = api;
		this.problems = problems;
		this.refused = refused;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (isOurs(request)) {
			chain.doFilter(request, response);
		}
		else {
			this.refused.tell(request, ProblemType.CROSS_SITE_REQUEST);
			this.problems.resolveException(request, response, null, new CrossSite());
		}
	}

	private boolean isOurs(HttpServletRequest request) {
		var origin = request.getHeader(HttpHeaders.ORIGIN);
		if (origin != null) {
			return this.origins.contains(origin);
		}
		var site = request.getHeader("Sec-Fetch-Site");
		return site == null || "same-origin".equals(site) || isTyped(site, request) || isFollowedLink(request);
	}

	/** A page that the whole window goes to, by a link or a redirect. */
	private boolean isFollowedLink(HttpServletRequest request) {
		return "GET".equals(request.getMethod()) && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
				&& "document".equals(request.getHeader("Sec-Fetch-Dest")) && !this.api.matches(request);
	}

	/**
	 * An address the person typed, or a bookmark: nothing another site could have done.
	 */
	private static boolean isTyped(String site, HttpServletRequest request) {
		return "none".equals(site) && Set.of("GET", "HEAD").contains(request.getMethod());
	}

	/** The request was made by another site. */
	private static final class CrossSite extends Failure {

		CrossSite() {
			super(ProblemType.CROSS_SITE_REQUEST,
					"Only pages of this service, and of the origins its operator lists, may call it.");
		}

	}

}
