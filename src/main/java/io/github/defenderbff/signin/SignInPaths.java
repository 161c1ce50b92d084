package io.github.defenderbff.signin;

import org.springframework.web.util.UriComponentsBuilder;

/** The addresses of signing in and out, all on this service. */
public final class SignInPaths {

	static final String LOGIN = "/login";

	static final String CONSENT = "/login/consent";

	static final String CALLBACK = "/login/oauth2/code/" + ClientRegistrations.DEFENDER;

	static final String LOGOUT = "/logout";

	private SignInPaths() {
	}

	/** Where a browser goes to consent to one more scope. */
	public static String consentTo(Scope scope) {
		return UriComponentsBuilder.fromPath(CONSENT).queryParam("scope", scope.value()).build().toUriString();
	}

}
