package io.github.defenderbff.signin;

import org.springframework.security.core.Authentication;

/** The framework's view of callers, for tests of other modules. */
public final class TestSignedIn {

	private TestSignedIn() {
	}

	/** As if the caller had a session. */
	public static Authentication as(Caller caller) {
		return new SignedIn(caller);
	}

}
