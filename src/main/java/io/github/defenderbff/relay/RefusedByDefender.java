package io.github.defenderbff.relay;

import java.util.List;

import io.github.defenderbff.policy.Reason;
import io.github.defenderbff.problem.ProblemType;

/** Defender itself refused what was permitted here, or not known to be forbidden. */
final class RefusedByDefender extends UpstreamFailure {

	private final transient Reason.RefusedUpstream reason;

	RefusedByDefender(Reason.RefusedUpstream reason) {
		super(ProblemType.REFUSED_UPSTREAM, reason.detail(), null);
		this.reason = reason;
		member("reasons", List.of(reason));
	}

	Reason.RefusedUpstream reason() {
		return this.reason;
	}

}
