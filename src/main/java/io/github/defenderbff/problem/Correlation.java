package io.github.defenderbff.problem;

import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request the id under which its log lines, problems and audit records are
 * found: the trace id of a W3C {@code traceparent} where the request has one, else a new
 * one of the same form (32 hexadecimal digits).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class Correlation extends OncePerRequestFilter {

	/** As the Elastic Common Schema has it. */
	private static final String KEY = "trace.id";

	static final String HEADER = "X-Correlation-Id";

	private static final Pattern TRACEPARENT = Pattern
		.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

	/** The id of the request this thread serves; "none" outside of one. */
	public static String id() {
		var id = MDC.get(KEY);
		return (id != null) ? id : "none";
	}

	/** The id of a request, which it gets with the first question. */
	static String of(HttpServletRequest request) {
		var id = (request.getAttribute(KEY) instanceof String known) ? known : idFor(request.getHeader("traceparent"));
		request.setAttribute(KEY, id);
		return id;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var id = of(request);
		response.setHeader(HEADER, id);
		try (var _ = MDC.putCloseable(KEY, id)) {
			chain.doFilter(request, response);
		}
	}

	/** What is told of a failure must carry the id of the request that failed. */
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	private static String idFor(@Nullable String traceparent) {
		if (traceparent != null) {
			var matcher = TRACEPARENT.matcher(traceparent);
			if (matcher.matches()) {
				return matcher.group(1);
			}
		}
		var random = ThreadLocalRandom.current();
		return HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(random.nextLong());
	}

}
