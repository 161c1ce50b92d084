package io.github.defenderbff.audit;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;

/** A change cannot be written down, and so it is not made. */
final class AuditUnavailable extends Failure {

	AuditUnavailable() {
		super(ProblemType.AUDIT_UNAVAILABLE,
				"The audit cannot be written now, and nothing may be changed without it. Nothing was changed.");
	}

}
