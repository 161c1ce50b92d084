package io.github.defenderbff.relay;

import io.github.defenderbff.responsecache.ResponseCache;
import io.github.defenderbff.responsecache.StoredAnswer;

import org.springframework.http.HttpStatus;

/**
 * Keeps what Defender answered to a read before those who wait for it are told. Whoever
 * missed the cache a moment too early finds the answer here, and not a second call.
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
		if (!call.operation().storable()) {
			return this.next.answer(call);
		}
		var key = FromCache.key(call);
		var mark = this.cache.mark();
		var known = this.cache.find(key);
		if (known != null) {
			return Payload.stored(known);
		}
		var payload = this.next.answer(call);
		var held = payload.held();
		if (payload.status() != HttpStatus.OK.value() || held == null) {
			return payload.withCacheStatus(CacheStatus.MISS);
		}
		var answer = StoredAnswer.of(held, payload.receivedAt(), call.operation().lifetime(), call.operation().about(),
				call.machine());
		var stored = this.cache.store(key, answer, mark);
		return payload.withEtag(answer.etag()).withCacheStatus(stored ? CacheStatus.STORED : CacheStatus.MISS);
	}

}
