package io.github.defenderbff.signin;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;

/**
 * The session lives, but has no token until the person proves again who they are, or did
 * so in vain.
 */
final class StepUpRequired extends Failure {

	private StepUpRequired(ProblemType type, String detail) {
		super(type, detail);
		member("login_url", SignInPaths.STEP_UP);
	}

	/** What stands between a session in this state and Defender. */
	static StepUpRequired because(StepUp stepUp) {
		return (stepUp instanceof StepUp.InVain)
				? new StepUpRequired(ProblemType.STEP_UP_INSUFFICIENT,
						"You signed in as Defender demanded, and it demands the same again. Nothing was changed; "
								+ "ask an administrator to look at the conditional access policies for Defender.")
				: new StepUpRequired(ProblemType.STEP_UP_REQUIRED,
						"A stronger or more recent sign-in is demanded before Defender can be asked again. "
								+ "Nothing was changed.");
	}

}
