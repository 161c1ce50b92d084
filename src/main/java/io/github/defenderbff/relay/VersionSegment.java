package io.github.defenderbff.relay;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes {@code /api/v1.0/machines} for {@code /api/machines}, as Defender does: code
 * written for it may pin the version. It comes first, so that nothing else, security
 * included, sees the other path.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class VersionSegment extends OncePerRequestFilter {

	private static final String VERSIONED = "/api/v1.0/";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var versioned = isVersioned(request.getRequestURI()) && isVersioned(request.getServletPath());
		chain.doFilter(versioned ? new Unversioned(request) : request, response);
	}

	/**
	 * Both spellings of the path must agree: one is as it came, the other is normalised.
	 */
	private static boolean isVersioned(String path) {
		return path.toLowerCase(Locale.ROOT).startsWith(VERSIONED);
	}

	private static final class Unversioned extends HttpServletRequestWrapper {

		private static final int CUT = VERSIONED.length();

		Unversioned(HttpServletRequest request) {
			super(request);
		}

		@Override
		public String getRequestURI() {
			return "/api/" + super.getRequestURI().substring(CUT);
		}

		@Override
		public StringBuffer getRequestURL() {
			var url = super.getRequestURL();
			var path = url.length() - super.getRequestURI().length();
			return url.replace(path, path + CUT, "/api/");
		}

		@Override
		public String getServletPath() {
			return "/api/" + super.getServletPath().substring(CUT);
		}

	}

}
