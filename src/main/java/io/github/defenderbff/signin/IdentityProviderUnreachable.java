package io.github.defenderbff.signin;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;

/** The identity provider did not answer, so no token could be had for now. */
final class IdentityProviderUnreachable extends Failure {

	IdentityProviderUnreachable(Throwable cause) {
		super(ProblemType.IDENTITY_PROVIDER_UNREACHABLE,
				"The identity provider does not answer. Nothing was lost; try again in a moment.", cause);
	}

}
