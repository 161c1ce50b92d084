package io.github.defenderbff.live;

import io.github.defenderbff.problem.Failure;

/** Whom the failure of a call concerns. */
enum Concern {

	/** The one who asked. */
	ONE,

	/** Everybody; it will not go away. */
	ALL,

	/** Everybody, for now. */
	ATTEMPT;

	static Concern of(Failure failure) {
		return switch (failure.type()) {
			case NOT_SIGNED_IN, SESSION_EXPIRED, STEP_UP_REQUIRED, STEP_UP_INSUFFICIENT, PERMISSION_DENIED,
					PERMISSION_UNPROVEN, REFUSED_UPSTREAM ->
				ONE;
			case NOT_FOUND, UPSTREAM_REJECTED_REQUEST, INVALID_PARAMETER, OPERATION_RETIRED -> ALL;
			default -> ATTEMPT;
		};
	}

}
