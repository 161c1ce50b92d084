package io.github.defenderbff.relay;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.relay.CacheStatus.Cause;
import io.github.defenderbff.responsecache.Key;
import io.github.defenderbff.responsecache.ResponseCache;
import io.github.defenderbff.responsecache.SecondLevel;
import io.github.defenderbff.responsecache.StoredAnswer;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Keeps what Defender answered to a read before those who wait for it are told. Whoever
 * missed the cache a moment too early finds the answer here, and not a second call. What
 * Defender gives its owner no longer is forgotten.
 */
final class Keep implements Stage {

	private final ResponseCache cache;

	private final Stage next;

	Keep(ResponseCache cache, Stage next) {
		this.cache = cache;
		this.next = next;
	}

	@Override
	public Payload<?> answer(Call call) {
		var slot = call.slot();
		if (slot == null) {
			return this.next.answer(call);
		}
		var known = known(call.terms(), slot.key());
		return (known != null) ? Payload.kept(known, CacheStatus.COLLAPSED) : ask(call, slot.key(), slot.mark());
	}

	private @Nullable StoredAnswer known(Terms terms, Key key) {
		if (terms.revalidate()) {
			return null;
		}
		return terms.forChange() ? this.cache.findProof(key) : this.cache.findFresh(key);
	}

	private Payload<?> ask(Call call, Key key, long mark) {
		var elsewhere = this.cache.findElsewhere(key, call.tags());
		var found = (call.terms().revalidate() || call.terms().forChange()) ? null : elsewhere.answer();
		if (found != null) {
			this.cache.store(key, found, mark);
			return Payload.kept(found, CacheStatus.secondLevel(this.cache.timeToLive(found)));
		}
		return ask(call, key, mark, elsewhere.place());
	}

	private Payload<?> ask(Call call, Key key, long mark, SecondLevel.Place place) {
		var cause = call.terms().revalidate() ? Cause.REQUEST
				: (this.cache.find(key) != null) ? Cause.STALE : Cause.MISS;
		var payload = answer(call, key, mark);
		var held = payload.held();
		if (payload.status() != HttpStatus.OK.value() || held == null || !payload.isStorable()) {
			this.cache.forget(key);
			return payload.withCacheStatus((held != null && !payload.isStorable()) ? CacheStatus.forwardedNoStore(cause)
					: CacheStatus.forwarded(cause, false));
		}
		var answer = StoredAnswer.of(held, payload.receivedAt(), call.operation().lifetime(), call.tags());
		var stored = this.cache.store(key, answer, mark);
		if (stored) {
			place.put(answer);
		}
		return Payload.kept(answer, CacheStatus.forwarded(cause, stored)).withRateLimits(payload.rateLimits());
	}

	private Payload<?> answer(Call call, Key key, long mark) {
		try {
			return this.next.answer(call);
		}
		catch (Failure failure) {
			switch (failure.type()) {
				case NOT_FOUND -> this.cache.storeAbsence(key, failure, call.tags(), mark);
				case REFUSED_UPSTREAM, UPSTREAM_REJECTED_REQUEST -> this.cache.forget(key);
				default -> {
				}
			}
			throw failure;
		}
	}

}
