package io.github.defenderbff.signin;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;

/** There was a session, and it cannot be used any more. */
public final class SessionEnded extends Failure {

	/**
	 * Creates the failure.
	 * @param detail why it ended, in a sentence for a person
	 */
	public SessionEnded(String detail) {
		super(ProblemType.SESSION_EXPIRED, detail);
		member("login_url", SignInPaths.LOGIN);
	}

}
