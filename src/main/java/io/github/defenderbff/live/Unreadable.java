package io.github.defenderbff.live;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;

/** Defender's answer is not what it is documented to be. */
final class Unreadable extends Failure {

	Unreadable(Throwable cause) {
		super(ProblemType.UPSTREAM_ANSWER_INVALID, "Defender's answer is not what it is documented to be.", cause);
	}

	Unreadable() {
		super(ProblemType.UPSTREAM_ANSWER_INVALID, "Defender's answer is too large to be followed.");
	}

}
