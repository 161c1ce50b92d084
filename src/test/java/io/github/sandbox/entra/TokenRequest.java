package io.github.sandbox.entra;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request the token endpoint received, without its secrets.
 *
 * @param grantType the {@code grant_type} parameter, empty if it was missing
 * @param scope the {@code scope} parameter, null if it was missing
 * @param clientAuthenticationMethod how the client proved itself, in the words of the
 * discovery document
 */
public record TokenRequest(String grantType, @Nullable String scope, String clientAuthenticationMethod) {

	static TokenRequest of(HttpServletRequest request) {
		String grantType = request.getParameter("grant_type");
		return new TokenRequest((grantType != null) ? grantType : "", request.getParameter("scope"),
				clientAuthentication(request));
	}

	private static String clientAuthentication(HttpServletRequest request) {
		String header = request.getHeader("Authorization");
		if (header != null && header.toLowerCase(Locale.ROOT).startsWith("basic ")) {
			return "client_secret_basic";
		}
		if (request.getParameter("client_secret") != null) {
			return "client_secret_post";
		}
		return (request.getParameter("client_assertion") != null) ? "private_key_jwt" : "none";
	}

}
