package io.github.sandbox.entra;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Tells the app why an authorization request failed, or the person where the app cannot
 * be trusted with it.
 */
final class AuthorizeErrors implements AuthenticationFailureHandler {

	/** The field of the consent pages that says which button was pressed. */
	static final String DECISION = "decision";

	/** The decision of the page that tells a person to ask an administrator. */
	static final String NEEDS_ADMIN = "needs-admin";

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) throws IOException {
		if (!(exception instanceof OAuth2AuthorizationCodeRequestAuthenticationException refused)) {
			throw exception;
		}
		EntraError error = entraError(request, refused.getError());
		OAuth2AuthorizationCodeRequestAuthenticationToken attempt = refused.getAuthorizationCodeRequestAuthentication();
		String redirectUri = (attempt != null) ? attempt.getRedirectUri() : null;
		if (attempt == null || redirectUri == null) {
			page(response, error);
			return;
		}
		redirect(response, redirectUri, refused.getError().getErrorCode(), error.code(), attempt.getState());
	}

	/** Sends the browser back to the app with an error. */
	static void redirect(HttpServletResponse response, String redirectUri, String error, Aadsts code,
			@Nullable String state) throws IOException {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("error", error);
		if (code == Aadsts.CONSENT_DECLINED) {
			parameters.put("error_subcode", "cancel");
		}
		parameters.put("error_description", code.description());
		if (state != null) {
			parameters.put("state", state);
		}
		response.sendRedirect(withParameters(redirectUri, parameters));
	}

	/** Adds encoded query parameters to an address. */
	static String withParameters(String uri, Map<String, String> parameters) {
		String query = parameters.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return uri + (uri.contains("?") ? "&" : "?") + query;
	}

	private static EntraError entraError(HttpServletRequest request, OAuth2Error error) {
		boolean needsAdmin = NEEDS_ADMIN.equals(request.getParameter(DECISION));
		boolean denied = "access_denied".equals(error.getErrorCode());
		return (denied && needsAdmin) ? new EntraError(Aadsts.ADMIN_CONSENT_REQUIRED) : EntraError.from(error);
	}

	private static void page(HttpServletResponse response, EntraError error) throws IOException {
		response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
		response.setContentType("text/html;charset=utf-8");
		response.getWriter().write(Page.render("Sorry, signing in does not work", """
				<p>The app's request is wrong in a way that must not be told to the app.</p>
				<p class="code">%s</p>
				""".formatted(Page.escape(error.code().description()))));
	}

}
