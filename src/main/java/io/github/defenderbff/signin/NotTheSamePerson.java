package io.github.defenderbff.signin;

import java.util.List;

import io.github.defenderbff.problem.ProblemType;

/** A consent or a step-up that somebody else completed; the session before goes on. */
final class NotTheSamePerson extends SignInFailure {

	NotTheSamePerson(ReturnPath returnTo) {
		super(ProblemType.SIGN_IN_FAILED, "You signed in as somebody else",
				"Somebody else than the person of your session signed in at the identity provider. That sign-in was "
						+ "dropped, and your session is as it was. To change who you are, sign in again.",
				List.of(new SignInPages.Link(returnTo.value(), "Continue as before"),
						new SignInPages.Link(SignInPaths.LOGIN, "Sign in as somebody else")));
		member("login_url", SignInPaths.LOGIN);
	}

}
