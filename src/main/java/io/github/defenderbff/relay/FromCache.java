package io.github.defenderbff.relay;

import io.github.defenderbff.responsecache.Key;
import io.github.defenderbff.responsecache.Partition;
import io.github.defenderbff.responsecache.ResponseCache;

/**
 * Ends a read here while its answer is fresh: nothing is parsed and nobody is asked. A
 * change makes what it touched unfindable before its caller hears of it. A session that
 * awaits a step-up reads nothing, though another one of its person may have stored it.
 */
final class FromCache implements Stage {

	private final ResponseCache cache;

	private final Stage next;

	FromCache(ResponseCache cache, Stage next) {
		this.cache = cache;
		this.next = next;
	}

	static Key key(Call call) {
		return new Key(new Partition(call.caller().subject()), call.operation().id(), call.parameters());
	}

	@Override
	public Payload<?> answer(Call call) {
		if (call.operation().storable()) {
			call.caller().tokens().requireNoStepUp();
			var known = this.cache.find(key(call));
			return (known != null) ? Payload.stored(known) : this.next.answer(call);
		}
		return call.operation().stateChange() ? change(call) : this.next.answer(call);
	}

	/** A change that failed half-way may have been made all the same. */
	private Payload<?> change(Call call) {
		try {
			return this.next.answer(call);
		}
		finally {
			this.cache.changed(call.operation().about(), call.machine());
		}
	}

}
