package io.github.defenderbff.relay;

import java.util.Objects;

import io.github.defenderbff.responsecache.Key;
import io.github.defenderbff.responsecache.Partition;
import io.github.defenderbff.responsecache.ResponseCache;
import io.github.defenderbff.responsecache.StoredAnswer;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Ends a read here while its answer is fresh: nothing is parsed and nobody is asked. A
 * change makes what it touched unfindable before its caller hears of it.
 */
final class FromCache implements Stage {

	private final ResponseCache cache;

	private final Stage next;

	FromCache(ResponseCache cache, Stage next) {
		this.cache = cache;
		this.next = next;
	}

	static Key key(Call call) {
		return new Key(Partition.of(call.caller().person()), call.operation().id(), call.parameters());
	}

	@Override
	public Payload<?> answer(Call call) {
		if (call.operation().storable()) {
			var key = key(call);
			var known = this.cache.find(key);
			return (known != null) ? stored(known, CacheStatus.HIT) : load(call, key);
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

	private Payload<?> load(Call call, Key key) {
		var mark = this.cache.mark();
		var payload = this.next.answer(call);
		if (payload.status() != HttpStatus.OK.value()) {
			return payload;
		}
		var answer = StoredAnswer.of(payload.bytes(), Objects.toString(payload.contentType(), null),
				payload.receivedAt(), call.operation().lifetime(), call.operation().about(), call.machine());
		if (payload.cacheStatus() != CacheStatus.COLLAPSED) {
			this.cache.store(key, answer, mark);
		}
		return payload.withEtag(answer.etag());
	}

	private static Payload<?> stored(StoredAnswer answer, CacheStatus how) {
		var type = answer.contentType();
		return Payload
			.received(HttpStatus.OK.value(), answer.bytes(), (type != null) ? MediaType.parseMediaType(type) : null,
					answer.receivedAt())
			.withEtag(answer.etag())
			.withCacheStatus(how);
	}

}
