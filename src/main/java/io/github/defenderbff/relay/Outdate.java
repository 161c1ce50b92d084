package io.github.defenderbff.relay;

import io.github.defenderbff.responsecache.Change;
import io.github.defenderbff.responsecache.ResponseCache;

/**
 * Makes what a change touched unfindable before its caller hears of it. One that failed
 * half-way may have been made all the same; one that was never sent does not get here.
 */
final class Outdate implements Stage {

	private final ResponseCache cache;

	private final Stage next;

	Outdate(ResponseCache cache, Stage next) {
		this.cache = cache;
		this.next = next;
	}

	@Override
	public Payload<?> answer(Call call) {
		if (!call.operation().stateChange()) {
			return this.next.answer(call);
		}
		try {
			return this.next.answer(call);
		}
		finally {
			this.cache.forget(new Change.InDefender(call.operation().about(), call.machine()));
		}
	}

}
