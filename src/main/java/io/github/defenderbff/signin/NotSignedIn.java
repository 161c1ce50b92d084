package io.github.defenderbff.signin;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;

/** Nobody is signed in; the problem says where to sign in. */
final class NotSignedIn extends Failure {

	NotSignedIn() {
		super(ProblemType.NOT_SIGNED_IN, "Sign in first, then repeat the request.");
		member("login_url", SignInPaths.LOGIN);
	}

}
