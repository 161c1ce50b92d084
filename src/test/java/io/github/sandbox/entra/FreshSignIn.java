package io.github.sandbox.entra;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Treats an authorization request as nobody's when the single sign-on session may not
 * answer it.
 */
final class FreshSignIn extends OncePerRequestFilter {

	private final SsoSessions sessions;

	private final TokenBehaviour behaviour;

	FreshSignIn(SsoSessions sessions, TokenBehaviour behaviour) {
		this.sessions = sessions;
		this.behaviour = behaviour;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (this.sessions.current()
			.filter((session) -> !request.getRequestURI().equals(Tenant.AUTHORIZE) || suffices(session, request))
			.isEmpty()) {
			SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
		}
		chain.doFilter(request, response);
	}

	private boolean suffices(SignedIn session, HttpServletRequest request) {
		String prompt = request.getParameter("prompt");
		if ("login".equals(prompt) || "select_account".equals(prompt)) {
			return false;
		}
		String hint = request.getParameter("login_hint");
		if (hint != null && !SignedIn.isMeantBy(hint, session.person())) {
			return false;
		}
		boolean stepUp = request.getParameter("claims") != null
				&& this.behaviour.demandsClaims(session.person().objectId());
		return !stepUp && isRecent(session, request.getParameter("max_age"));
	}

	private static boolean isRecent(SignedIn session, @Nullable String maxAge) {
		if (maxAge == null || !maxAge.matches("\\d{1,9}")) {
			return true;
		}
		return session.since().plus(Duration.ofSeconds(Long.parseLong(maxAge))).isAfter(Instant.now());
	}

}
