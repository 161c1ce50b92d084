package io.github.defenderbff.signin;

import java.util.List;

import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * The framework's view of a caller, with a session or a token; it has no authorities of
 * its own.
 */
final class SignedIn extends AbstractAuthenticationToken {

	private final transient Caller caller;

	SignedIn(Caller caller) {
		super(List.of());
		this.caller = caller;
		setAuthenticated(true);
	}

	@Override
	public Caller getPrincipal() {
		return this.caller;
	}

	@Override
	public Object getCredentials() {
		return "";
	}

	@Override
	public String getName() {
		return this.caller.subject().id();
	}

}
