package io.github.defenderbff.relay;

import io.github.defenderbff.quota.Quota;

/** Takes every call that would reach Defender from the budget that all people share. */
final class Meter implements Stage {

	/** Whoever calls, Defender is asked in one tenant: that of our own registration. */
	private static final String TENANT = "own";

	private final Quota quota;

	private final Stage next;

	Meter(Quota quota, Stage next) {
		this.quota = quota;
		this.next = next;
	}

	@Override
	public Payload<?> answer(Call call) {
		var operation = call.operation();
		this.quota.spend(TENANT, operation.id(), operation.limits());
		try {
			return this.next.answer(call);
		}
		catch (Throttled throttled) {
			this.quota.drain(TENANT, operation.id(), operation.limits(), throttled.retryAfter());
			throw throttled;
		}
	}

}
