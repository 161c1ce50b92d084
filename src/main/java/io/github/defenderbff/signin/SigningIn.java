package io.github.defenderbff.signin;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** A person between the token response and the session: the ID token and the scope. */
final class SigningIn extends DefaultOidcUser {

	private final transient Map<String, Object> tokenParameters;

	SigningIn(OidcIdToken idToken, Map<String, Object> tokenParameters) {
		super(List.of(), idToken);
		this.tokenParameters = Map.copyOf(tokenParameters);
	}

	@Nullable String scopeParameter() {
		return TokenEndpoint.scopeParameter(this.tokenParameters);
	}

	/** What the token response had besides the parameters of OAuth 2.0. */
	Map<String, Object> tokenParameters() {
		return this.tokenParameters;
	}

}
