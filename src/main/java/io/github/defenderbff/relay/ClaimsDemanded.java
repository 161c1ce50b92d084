package io.github.defenderbff.relay;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.signin.Claims;

/** Defender wants an access token with other claims (401), and so did nothing. */
final class ClaimsDemanded extends Failure {

	private final transient Claims claims;

	ClaimsDemanded(Claims claims) {
		super(ProblemType.STEP_UP_REQUIRED, "Defender demands another sign-in.");
		this.claims = claims;
	}

	/** What the token must bring. */
	Claims claims() {
		return this.claims;
	}

}
