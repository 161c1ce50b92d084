package io.github.defenderbff.signin;

import java.util.List;
import java.util.Map;

import io.github.defenderbff.problem.ProblemType;

/** A sign-in did not complete; a session the browser had before goes on. */
final class SignInFailed extends SignInFailure {

	/** This browser has no such transaction, or no longer. */
	static final String UNKNOWN = "authorization_request_not_found";

	private static final Map<String, String> EXPLANATIONS = Map.of(UNKNOWN,
			"This sign-in was already completed, or took longer than ten minutes. Start again.", "interaction_required",
			"The identity provider wants to see you again. Start again.", "invalid_request",
			"The address is not a complete answer of the identity provider. Start again.");

	/**
	 * Explains an error.
	 * @param code the error code of the protocol
	 */
	SignInFailed(String code) {
		super(ProblemType.SIGN_IN_FAILED, "Sign-in failed",
				EXPLANATIONS.getOrDefault(code, "The identity provider's answer was not accepted."),
				List.of(new SignInPages.Link(SignInPaths.LOGIN, "Try again"), SignInPages.Link.START));
		member("login_url", SignInPaths.LOGIN);
	}

}
