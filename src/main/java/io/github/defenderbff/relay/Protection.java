package io.github.defenderbff.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetricsPublisher;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetricsPublisher;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetricsPublisher;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

/**
 * What keeps Defender's trouble from becoming ours, and ours from becoming Defender's:
 * the breaker, the places for calls and for large answers, and the second try. All are
 * measured.
 */
@Component
final class Protection implements MeterBinder {

	/** The name that metrics have as a tag. */
	private static final String DEFENDER = "defender";

	/** How many calls find out whether Defender is back. */
	private static final int TRIALS = 5;

	/** Trials that have no answer after this time say that it is not. */
	private static final Duration LONGEST_TRIAL = Duration.ofSeconds(30);

	/** A pause may be this part longer or shorter, so that not all try again together. */
	private static final double JITTER = 0.5;

	/** How much longer each pause is than the one before. */
	private static final double FACTOR = 2;

	private final CircuitBreaker breaker;

	private final Bulkhead calls;

	private final Bulkhead streams;

	private final Retry retry;

	private final Duration retryPause;

	private final Clock clock;

	private volatile Instant openUntil = Instant.EPOCH;

	Protection(CallProperties properties, Clock clock) {
		this.clock = clock;
		this.breaker = breaker(properties.breaker(), clock);
		this.calls = places("calls", properties.maxConcurrentCalls(), properties.longestWait());
		this.streams = places("streams", properties.maxStreams(), Duration.ZERO);
		this.retry = retry(properties);
		this.retryPause = properties.retryPause();
		this.breaker.getEventPublisher().onStateTransition((event) -> {
			if (event.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
				this.openUntil = clock.instant().plus(properties.breaker().pause());
			}
		});
	}

	private static CircuitBreaker breaker(CallProperties.Breaker settings, Clock clock) {
		return CircuitBreaker.of(DEFENDER,
				CircuitBreakerConfig.custom()
					.slidingWindow(Math.toIntExact(settings.window().toSeconds()), settings.minimumCalls(),
							SlidingWindowType.TIME_BASED)
					.failureRateThreshold(settings.failureRate())
					.waitDurationInOpenState(settings.pause())
					.permittedNumberOfCallsInHalfOpenState(TRIALS)
					.maxWaitDurationInHalfOpenState(LONGEST_TRIAL)
					.recordException((failure) -> failure instanceof UpstreamFailure upstream && upstream.ofDefender())
					.ignoreException(Protection::saysNothing)
					.clock(clock)
					.build());
	}

	/** Whether it says nothing of Defender, neither good nor bad. */
	private static boolean saysNothing(Throwable failure) {
		return switch (failure) {
			case UpstreamFailure upstream -> upstream.fate() == Fate.HELD_BACK || upstream.fate() == Fate.GIVEN_UP;
			case TokenRejected _, ClaimsDemanded _ -> false;
			default -> true;
		};
	}

	private static Bulkhead places(String name, int number, Duration longestWait) {
		return Bulkhead.of(name,
				BulkheadConfig.custom().maxConcurrentCalls(number).maxWaitDuration(longestWait).build());
	}

	private static Retry retry(CallProperties properties) {
		var backOff = IntervalFunction.ofExponentialRandomBackoff(properties.retryPause(), FACTOR, JITTER);
		return Retry.of(DEFENDER,
				RetryConfig.<Payload<?>>custom()
					.maxAttempts(properties.retries() + 1)
					.intervalBiFunction((attempt, outcome) -> pause(backOff.apply(attempt), outcome))
					.build());
	}

	/** Not before Defender says. */
	private static long pause(long backOff, Either<Throwable, Payload<?>> outcome) {
		var told = (outcome.getLeft() instanceof UpstreamFailure failure) ? failure.retryAfter() : null;
		return (told != null) ? Math.max(backOff, told.toMillis()) : backOff;
	}

	/** Lets no call through while Defender fails. */
	CircuitBreaker breaker() {
		return this.breaker;
	}

	/** Whether the breaker will let nothing through for a while. */
	boolean isOpen() {
		return this.breaker.getState() == CircuitBreaker.State.OPEN && this.clock.instant().isBefore(this.openUntil);
	}

	/** What is told to those whom the breaker does not let through. */
	UpstreamFailure unavailable() {
		return UpstreamFailure.unavailable(Duration.between(this.clock.instant(), this.openUntil));
	}

	/** The places of calls that wait for their answers. */
	Bulkhead calls() {
		return this.calls;
	}

	/** The places of large answers that are being passed on. */
	Bulkhead streams() {
		return this.streams;
	}

	/** How often and after which pauses a read is tried again. */
	Retry retry() {
		return this.retry;
	}

	/** The longest that a pause before the next try may be. */
	Duration longestPause(int number, UpstreamFailure failure) {
		var backOff = (long) (this.retryPause.toMillis() * (1 + JITTER) * Math.pow(FACTOR, number - 1.0));
		return Duration.ofMillis(pause(backOff, Either.left(failure)));
	}

	@Override
	public void bindTo(MeterRegistry meters) {
		new TaggedCircuitBreakerMetricsPublisher(meters).publishMetrics(this.breaker);
		new TaggedRetryMetricsPublisher(meters).publishMetrics(this.retry);
		var places = new TaggedBulkheadMetricsPublisher(meters);
		places.publishMetrics(this.calls);
		places.publishMetrics(this.streams);
	}

}
