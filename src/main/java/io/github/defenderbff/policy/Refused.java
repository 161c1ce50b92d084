package io.github.defenderbff.policy;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.signin.SignInPaths;

/** The caller may not use the operation; the problem says why and what would help. */
public final class Refused extends Failure {

	private final transient Decision decision;

	private Refused(ProblemType type, String detail, String operation, Decision decision) {
		super(type, detail);
		this.decision = decision;
		member("operation", operation);
		member("reasons", decision.reasons());
	}

	/** A person for whom a fresh sign-in is all that is missing is sent there. */
	static Refused denied(String operation, Decision.Deny deny) {
		var detail = deny.reasons().getFirst().detail();
		if (!deny.reasons().stream().allMatch(Reason.StepUpRequired.class::isInstance)) {
			return new Refused(ProblemType.PERMISSION_DENIED, detail, operation, deny);
		}
		var stepUp = new Refused(ProblemType.STEP_UP_REQUIRED, detail, operation, deny);
		stepUp.member("login_url", SignInPaths.STEP_UP);
		return stepUp;
	}

	static Refused unproven(String operation, Decision.Unproven unproven) {
		return new Refused(ProblemType.PERMISSION_UNPROVEN,
				"A change is refused unless it is proven that you may make it. "
						+ unproven.reasons().getFirst().detail(),
				operation, unproven);
	}

	/** The decision behind the refusal. */
	public Decision decision() {
		return this.decision;
	}

}
