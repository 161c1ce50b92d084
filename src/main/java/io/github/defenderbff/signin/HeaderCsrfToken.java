package io.github.defenderbff.signin;

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

/**
 * Takes the CSRF token from its header and nowhere else: to look for it among parameters
 * would mean to read a form to its end, before anybody knows who sent it. Every answer
 * brings the cookie to who has none.
 */
final class HeaderCsrfToken extends CsrfTokenRequestAttributeHandler {

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
		super.handle(request, response, token);
		var _ = token.get();
	}

	@Override
	public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
		return request.getHeader(token.getHeaderName());
	}

}
