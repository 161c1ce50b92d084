package io.github.defenderbff.relay;

import java.util.Objects;

import io.github.defenderbff.audit.Audit;
import io.github.defenderbff.audit.Outcome;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;

/**
 * Writes a change down before it is sent, and how it ended after; without the first,
 * nothing is sent.
 */
final class Audited implements Stage {

	private final Audit audit;

	private final Stage next;

	Audited(Audit audit, Stage next) {
		this.audit = audit;
		this.next = next;
	}

	@Override
	public Payload<?> answer(Call call) {
		if (!call.operation().stateChange()) {
			return this.next.answer(call);
		}
		var decision = Objects.requireNonNull(call.decision());
		var deed = call.deed();
		this.audit.intent(deed, decision.answer().word(), decision.reasons());
		Outcome outcome = new Outcome.Uncertain(ProblemType.INTERNAL_ERROR.slug());
		try {
			var payload = this.next.answer(call);
			outcome = new Outcome.Made(payload.status(), ActionId.in(payload, call.operation()));
			return payload;
		}
		catch (Failure failure) {
			outcome = outcome(failure);
			throw failure;
		}
		finally {
			this.audit.outcome(deed, outcome);
		}
	}

	private static Outcome outcome(Failure failure) {
		var reason = failure.type().slug();
		if (!(failure instanceof UpstreamFailure upstream)) {
			return new Outcome.NotMade(reason);
		}
		if (upstream.mayHaveBeenDone()) {
			return new Outcome.Uncertain(reason);
		}
		return upstream.fate().wasSent() ? new Outcome.NotMade(reason) : new Outcome.NotSent(reason);
	}

}
