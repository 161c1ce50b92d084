package io.github.defenderbff.relay;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.quota.Demand;
import io.github.defenderbff.quota.Pass;
import io.github.defenderbff.quota.Quota;

/**
 * Takes every call that would reach Defender from the budget that all people share, and
 * says what became of it.
 */
final class Meter implements Stage {

	private final Quota quota;

	private final Stage next;

	Meter(Quota quota, Stage next) {
		this.quota = quota;
		this.next = next;
	}

	@Override
	public Payload<?> answer(Call call) {
		var pass = this.quota.take(demand(call));
		try {
			var payload = this.next.answer(call.within(pass.runTime()));
			pass.answered();
			return payload.withRateLimits(pass.rateLimits());
		}
		catch (Failure failure) {
			failed(pass, failure);
			throw failure;
		}
		finally {
			pass.lost();
		}
	}

	private static Demand demand(Call call) {
		var terms = call.terms();
		return new Demand(call.operation().metered(), call.caller().subject(), terms.forChange(), terms.patient());
	}

	private static void failed(Pass pass, Failure failure) {
		if (failure instanceof Throttled throttled) {
			pass.throttled(throttled.retryAfter()).tell(throttled.getHeaders());
		}
		if (!(failure instanceof UpstreamFailure upstream)) {
			pass.answered();
		}
		else if (upstream.fate() == Fate.HELD_BACK) {
			pass.unsent();
		}
		else if (!upstream.leavesItRunning()) {
			pass.answered();
		}
	}

}
