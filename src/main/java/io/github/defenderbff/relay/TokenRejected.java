package io.github.defenderbff.relay;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;

/** Defender does not accept the access token (401), and so did nothing. */
final class TokenRejected extends Failure {

	TokenRejected() {
		super(ProblemType.SESSION_EXPIRED, "Defender does not accept your sign-in.");
	}

}
