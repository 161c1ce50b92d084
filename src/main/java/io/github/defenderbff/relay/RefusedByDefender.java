package io.github.defenderbff.relay;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.defenderbff.policy.Reason;
import io.github.defenderbff.problem.ProblemType;

/** Defender itself refused what was permitted here, or not known to be forbidden. */
final class RefusedByDefender extends UpstreamFailure {

	private final AtomicBoolean untold = new AtomicBoolean(true);

	private final transient Reason.RefusedUpstream reason;

	RefusedByDefender(Reason.RefusedUpstream reason) {
		super(ProblemType.REFUSED_UPSTREAM, reason.detail(), null);
		this.reason = reason;
		member("reasons", List.of(reason));
	}

	Reason.RefusedUpstream reason() {
		return this.reason;
	}

	/** Whether nobody was told so far; those who asked together are told the same. */
	boolean isNew() {
		return this.untold.getAndSet(false);
	}

}
