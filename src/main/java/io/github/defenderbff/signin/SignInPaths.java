package io.github.defenderbff.signin;

import java.util.Collection;
import java.util.List;

import org.springframework.web.util.UriComponentsBuilder;

/** The addresses of signing in and out, all on this service. */
public final class SignInPaths {

	/** Where a browser goes to sign in. */
	public static final String LOGIN = "/login";

	static final String CONSENT = "/login/consent";

	static final String CALLBACK = "/login/oauth2/code/" + ClientRegistrations.DEFENDER;

	static final String ADMIN_CONSENT = "/login/admin-consent";

	static final String ADMIN_CONSENT_CALLBACK = ADMIN_CONSENT + "/callback";

	/** Where a browser goes to prove again who its person is. */
	public static final String STEP_UP = "/login/step-up";

	static final String LOGOUT = "/logout";

	/** Below this people look after their sessions. */
	static final String MY_SESSIONS = "/api/me/sessions";

	/** Below this the identity provider says that somebody signed out there. */
	static final String LOGOUT_BY_PROVIDER = LOGOUT + "/provider";

	static final String FRONT_CHANNEL_LOGOUT = LOGOUT_BY_PROVIDER + "/front-channel";

	static final String BACK_CHANNEL_LOGOUT = LOGOUT_BY_PROVIDER + "/back-channel";

	private SignInPaths() {
	}

	/** Where a browser goes to consent to one more scope. */
	public static String consentTo(Scope scope) {
		return withScope(CONSENT, scope);
	}

	/** Where an administrator's browser goes to consent to a scope for everybody. */
	public static String adminConsentTo(Scope scope) {
		return withScope(ADMIN_CONSENT, scope);
	}

	/** Where a browser goes to consent to the scopes of another resource. */
	static String consentTo(Resource resource) {
		return withScopes(CONSENT, resource.qualified());
	}

	/** Where an administrator's browser goes to consent to them for everybody. */
	static String adminConsentTo(Resource resource) {
		return withScopes(ADMIN_CONSENT, resource.qualified());
	}

	private static String withScopes(String path, List<String> scopes) {
		return UriComponentsBuilder.fromPath(path).queryParam("scope", scopes).encode().build().toUriString();
	}

	static String consentTo(Scope scope, ReturnPath returnTo) {
		return withScopes(CONSENT, List.of(scope), returnTo);
	}

	static String adminConsentTo(Collection<Scope> scopes, ReturnPath returnTo) {
		return withScopes(ADMIN_CONSENT, scopes, returnTo);
	}

	private static String withScopes(String path, Collection<Scope> scopes, ReturnPath returnTo) {
		return UriComponentsBuilder.fromPath(path)
			.queryParam("scope", scopes.stream().map(Scope::value).sorted().toList())
			.queryParam("returnTo", "{to}")
			.encode()
			.buildAndExpand(returnTo.value())
			.toUriString();
	}

	private static String withScope(String path, Scope scope) {
		return UriComponentsBuilder.fromPath(path).queryParam("scope", scope.value()).build().toUriString();
	}

}
