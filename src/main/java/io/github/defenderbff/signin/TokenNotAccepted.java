package io.github.defenderbff.signin;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;

import org.springframework.http.HttpHeaders;

/**
 * The Authorization header has no token that an application may call with. The challenge
 * is RFC 6750's (section 3); of the token nothing is repeated.
 */
final class TokenNotAccepted extends Failure {

	private TokenNotAccepted(String detail, String challenge) {
		super(ProblemType.INVALID_TOKEN, detail);
		header(HttpHeaders.WWW_AUTHENTICATE, challenge);
	}

	/** There is a token, and it is not good. */
	static TokenNotAccepted because(String fault) {
		return new TokenNotAccepted(fault, "Bearer error=\"invalid_token\"");
	}

	/** There is no token, but credentials of another kind. */
	static TokenNotAccepted withoutToken() {
		return new TokenNotAccepted("Applications send one Authorization header, with a bearer token.", "Bearer");
	}

}
