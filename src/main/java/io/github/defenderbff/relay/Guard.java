package io.github.defenderbff.relay;

import java.time.Duration;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;

/**
 * Lets a call through while Defender is well and there is a place for it. A call keeps
 * its place until its answer is there; a large answer changes over to a place among its
 * like, so that slow readers take no place from anybody who waits for an answer.
 */
final class Guard implements Stage {

	private final Protection protection;

	private final CircuitBreaker breaker;

	private final Bulkhead calls;

	private final Bulkhead streams;

	private final Duration longestStream;

	private final Stage next;

	Guard(Protection protection, CallProperties properties, Stage next) {
		this.protection = protection;
		this.breaker = protection.breaker();
		this.calls = protection.calls();
		this.streams = protection.streams();
		this.longestStream = properties.longestStream();
		this.next = next;
	}

	@Override
	public Payload<?> answer(Call call) {
		if (!this.breaker.tryAcquirePermission()) {
			throw this.protection.unavailable();
		}
		if (!this.calls.tryAcquirePermission()) {
			this.breaker.releasePermission();
			throw UpstreamFailure.busy();
		}
		try {
			var payload = watched(call);
			return (payload.held() != null) ? payload : passing(call, payload);
		}
		finally {
			this.calls.onComplete();
		}
	}

	/** Tells the breaker how it went. */
	private Payload<?> watched(Call call) {
		var start = this.breaker.getCurrentTimestamp();
		try {
			var payload = this.next.answer(call);
			this.breaker.onSuccess(this.breaker.getCurrentTimestamp() - start, this.breaker.getTimestampUnit());
			return payload;
		}
		catch (RuntimeException | Error failure) {
			this.breaker.onError(this.breaker.getCurrentTimestamp() - start, this.breaker.getTimestampUnit(), failure);
			throw failure;
		}
	}

	/** Of a change it must be told that it was made, whatever there is no place for. */
	private Payload<?> passing(Call call, Payload<?> payload) {
		if (!this.streams.tryAcquirePermission()) {
			if (call.operation().stateChange()) {
				return payload;
			}
			PassingBody.drop(payload.body());
			throw UpstreamFailure.busy();
		}
		var body = new PassingBody(payload.body(), this.longestStream, this.streams::onComplete);
		return Payload.arriving(payload.status(), body, payload.receivedAt());
	}

}
