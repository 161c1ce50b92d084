package io.github.sandbox.entra;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Asks a person to sign in and come back to the same request, or tells the app that
 * nobody is signed in.
 */
final class SignInEntryPoint implements AuthenticationEntryPoint {

	/** Says in the address to go on to that the app asked for a fresh session. */
	static final String FRESH = "fresh";

	/** What the sign-in page settles, so that the request does not ask for it again. */
	private static final Set<String> SETTLED = Set.of("login_hint", "max_age");

	private final TokenErrors tokenErrors;

	SignInEntryPoint(TokenErrors tokenErrors) {
		this.tokenErrors = tokenErrors;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
			throws IOException {
		if (request.getRequestURI().equals(Tenant.TOKEN)) {
			this.tokenErrors.write(response, new EntraError(Aadsts.NO_CREDENTIAL), Aadsts.NO_CREDENTIAL.status());
			return;
		}
		String redirectUri = request.getParameter("redirect_uri");
		if ("none".equals(request.getParameter("prompt")) && redirectUri != null) {
			AuthorizeErrors.redirect(response, redirectUri, Aadsts.NOBODY_SIGNED_IN.error(), Aadsts.NOBODY_SIGNED_IN,
					request.getParameter("state"));
			return;
		}
		response.sendRedirect(AuthorizeErrors.withParameters(Tenant.SIGN_IN, signInParameters(request)));
	}

	private static Map<String, String> signInParameters(HttpServletRequest request) {
		Map<String, String> again = new LinkedHashMap<>();
		request.getParameterMap().forEach((name, values) -> {
			boolean settled = SETTLED.contains(name) || (name.equals("prompt") && !values[0].equals("consent"));
			if (!settled) {
				again.put(name, values[0]);
			}
		});
		if ("login".equals(request.getParameter("prompt")) || request.getParameter("max_age") != null) {
			again.put(FRESH, "true");
		}
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put(SignInPage.CONTINUE, AuthorizeErrors.withParameters(request.getRequestURI(), again));
		String hint = request.getParameter("login_hint");
		if (hint != null) {
			parameters.put(SignInPage.HINT, hint);
		}
		return parameters;
	}

}
