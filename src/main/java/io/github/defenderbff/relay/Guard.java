package io.github.defenderbff.relay;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.defenderbff.signin.Subject;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;

/**
 * Lets a call through while Defender is well and there is a place for it. A call keeps
 * its place until its answer is there; a large answer changes over to a place among its
 * like, so that slow readers take no place from anybody who waits for an answer. How a
 * detour fares says nothing of Defender.
 */
final class Guard implements Stage {

	/** One person may take a quarter of the places for large answers. */
	private static final int PART = 4;

	private final Protection protection;

	private final CircuitBreaker breaker;

	private final Bulkhead calls;

	private final Bulkhead streams;

	private final Duration longestStream;

	private final int mostOfOne;

	private final Map<Subject, Integer> passing = new ConcurrentHashMap<>();

	private final Stage next;

	Guard(Protection protection, CallProperties properties, Stage next) {
		this.protection = protection;
		this.breaker = protection.breaker();
		this.calls = protection.calls();
		this.streams = protection.streams();
		this.longestStream = properties.longestStream();
		this.mostOfOne = Math.max(1, properties.maxStreams() / PART);
		this.next = next;
	}

	@Override
	public Payload<?> answer(Call call) {
		var byDefender = call.operation().detour() == null;
		if (byDefender && !this.breaker.tryAcquirePermission()) {
			throw this.protection.unavailable();
		}
		if (!this.calls.tryAcquirePermission()) {
			if (byDefender) {
				this.breaker.releasePermission();
			}
			throw UpstreamFailure.busy();
		}
		try {
			var payload = byDefender ? watched(call) : this.next.answer(call);
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

	/** Nobody takes more than a part of the places, however slowly they read. */
	private boolean takesPlace(Subject who) {
		if (this.passing.merge(who, 1, Integer::sum) <= this.mostOfOne && this.streams.tryAcquirePermission()) {
			return true;
		}
		forget(who);
		return false;
	}

	private void leavesPlace(Subject who) {
		forget(who);
		this.streams.onComplete();
	}

	private void forget(Subject who) {
		this.passing.computeIfPresent(who, (_, number) -> (number == 1) ? null : number - 1);
	}

	/** Of a change it must be told that it was made, whatever there is no place for. */
	private Payload<?> passing(Call call, Payload<?> payload) {
		var who = call.caller().subject();
		if (!takesPlace(who)) {
			if (call.operation().stateChange() || call.terms().forChange()) {
				return payload;
			}
			PassingBody.drop(payload.body());
			throw UpstreamFailure.answerTooMany();
		}
		var body = new PassingBody(payload.body(), this.longestStream, () -> leavesPlace(who));
		return Payload.arriving(payload.status(), body, payload.receivedAt());
	}

}
