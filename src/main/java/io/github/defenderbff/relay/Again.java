package io.github.defenderbff.relay;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.resilience4j.retry.Retry;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

/**
 * Gives a call its deadline, and tries a read again where Defender may only have stumbled
 * and there is time. A change is never sent twice. Each try takes quota, and one more
 * does not wait for it.
 */
final class Again implements Stage {

	private final Protection protection;

	private final Duration deadline;

	private final Duration readTimeout;

	private final Duration connectTimeout;

	private final Clock clock;

	private final Stage next;

	Again(Protection protection, CallProperties calls, UpstreamProperties upstream, Clock clock, Stage next) {
		this.protection = protection;
		this.deadline = calls.deadline();
		this.readTimeout = upstream.readTimeout();
		this.connectTimeout = upstream.connectTimeout();
		this.clock = clock;
		this.next = next;
	}

	@Override
	public Payload<?> answer(Call call) {
		var timed = call.by(this.clock.instant().plus(time(call.operation())));
		return call.operation().stateChange() ? once(timed) : read(timed);
	}

	/** While nothing is let through anyway, no quota is spent. */
	private Payload<?> once(Call call) {
		if (call.operation().detour() == null && this.protection.isOpen()) {
			throw this.protection.unavailable();
		}
		return this.next.answer(call);
	}

	/** Who is let take longer for one try has that much more for all. */
	private Duration time(Operation operation) {
		var more = Objects.requireNonNullElse(operation.patience(), this.readTimeout).minus(this.readTimeout);
		return more.isPositive() ? this.deadline.plus(more) : this.deadline;
	}

	private Payload<?> read(Call call) {
		Retry.Context<Payload<?>> tries = this.protection.retry().context();
		@Nullable UpstreamFailure before = null;
		for (var number = 1;; number++) {
			try {
				var payload = once((before == null) ? call : call.impatient());
				tries.onComplete();
				return payload;
			}
			catch (UpstreamFailure failure) {
				if (!mayHelp(call, failure, number)) {
					throw failure;
				}
				tries.onRuntimeError(failure);
				before = failure;
			}
			catch (Failure failure) {
				throw (before != null && failure.type() == ProblemType.QUOTA_EXHAUSTED) ? before : failure;
			}
		}
	}

	/**
	 * A query by POST costs Defender run time, so it is sent again only where it did not
	 * arrive.
	 */
	private boolean mayHelp(Call call, UpstreamFailure failure, int number) {
		var harmless = HttpMethod.GET.equals(call.operation().method()) ? failure.fate().mayPass()
				: failure.fate() == Fate.UNCONNECTED;
		var needed = this.protection.longestPause(number, failure).plus(this.connectTimeout);
		return harmless && call.terms().left(needed, this.clock).equals(needed);
	}

}
