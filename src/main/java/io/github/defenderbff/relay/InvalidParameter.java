package io.github.defenderbff.relay;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;

/** A query parameter is unknown, or its value is not one the operation takes. */
final class InvalidParameter extends Failure {

	InvalidParameter(String parameter, String detail) {
		super(ProblemType.INVALID_PARAMETER, parameter + " " + detail);
		member("parameter", parameter);
	}

}
