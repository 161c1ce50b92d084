package io.github.sandbox.entra;

import java.io.IOException;

import io.github.sandbox.organisation.Organisation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Believes whoever picked themselves on the sign-in page and sends them on. */
final class PersonSignIn implements AuthenticationProvider, AuthenticationSuccessHandler {

	private final Organisation organisation;

	private final SsoSessions sessions;

	private final TokenBehaviour behaviour;

	PersonSignIn(Organisation organisation, SsoSessions sessions, TokenBehaviour behaviour) {
		this.organisation = organisation;
		this.sessions = sessions;
		this.behaviour = behaviour;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

	@Override
	public Authentication authenticate(Authentication authentication) {
		return this.organisation.person(authentication.getName())
			.map(this.sessions::begin)
			.map((session) -> UsernamePasswordAuthenticationToken.authenticated(session, null,
					AuthorityUtils.NO_AUTHORITIES))
			.orElseThrow(() -> new BadCredentialsException("No such person"));
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		String next = request.getParameter(SignInPage.CONTINUE);
		boolean known = next != null
				&& (next.startsWith(Tenant.AUTHORIZE + "?") || next.startsWith(Tenant.ADMIN_CONSENT + "?"));
		if (!known) {
			response.sendRedirect(Tenant.SIGN_IN);
			return;
		}
		if (next.matches(".*[?&]claims=.+")) {
			this.behaviour.claimsPresented(authentication.getName());
		}
		if (next.contains("&" + SignInEntryPoint.FRESH + "=true")
				&& authentication.getPrincipal() instanceof SignedIn session) {
			this.sessions.renew(session);
		}
		response.sendRedirect(next);
	}

}
