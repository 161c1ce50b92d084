package io.github.defenderbff.relay;

import java.util.Objects;

import io.github.defenderbff.audit.Audit;
import io.github.defenderbff.problem.Failure;

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
		var outcome = "unknown";
		try {
			var payload = this.next.answer(call);
			outcome = Integer.toString(payload.status());
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

	/** Whoever reads it later must know whether the change may have been made. */
	private static String outcome(Failure failure) {
		var held = failure instanceof UpstreamFailure upstream && !upstream.fate().wasSent();
		return held ? "not sent: " + failure.type().name() : failure.type().name();
	}

}
