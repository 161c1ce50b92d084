package io.github.defenderbff.signin;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** A person between the token response and the session: the ID token and the scope. */
final class SigningIn extends DefaultOidcUser {

	private final @Nullable String scopeParameter;

	SigningIn(OidcIdToken idToken, @Nullable String scopeParameter) {
		super(List.of(), idToken);
		this.scopeParameter = scopeParameter;
	}

	@Nullable String scopeParameter() {
		return this.scopeParameter;
	}

}
