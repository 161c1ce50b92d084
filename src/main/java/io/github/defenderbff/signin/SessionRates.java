package io.github.defenderbff.signin;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;

import org.springframework.stereotype.Component;

/**
 * How often one session may ask this instance for something in a minute, so that a page
 * that runs wild, or a stolen cookie, does not keep it from everybody else.
 */
@Component
final class SessionRates {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final RateLimiterConfig config;

	private final Cache<String, RateLimiter> rates = Caffeine.newBuilder()
		.executor(Runnable::run)
		.expireAfterAccess(MINUTE)
		.build();

	SessionRates(SignInProperties properties) {
		this.config = RateLimiterConfig.custom()
			.limitForPeriod(properties.requestsPerMinute())
			.limitRefreshPeriod(MINUTE)
			.timeoutDuration(Duration.ZERO)
			.build();
	}

	/**
	 * Does nothing unless nothing is left, and before anything is asked or prolonged.
	 * @throws TooManyRequests if that is so
	 */
	void requireLeft(String session) {
		var rate = this.rates.getIfPresent(session);
		if (rate != null && rate.getMetrics().getAvailablePermissions() < 1) {
			throw new TooManyRequests();
		}
	}

	/**
	 * Counts one request.
	 * @param session the session's name
	 * @throws TooManyRequests if there were too many in this minute
	 */
	void count(String session) {
		if (!this.rates.get(session, (name) -> RateLimiter.of(name, this.config)).acquirePermission()) {
			throw new TooManyRequests();
		}
	}

	/** One session asked too often. */
	static final class TooManyRequests extends Failure {

		TooManyRequests() {
			super(ProblemType.TOO_MANY_REQUESTS,
					"This session asked more often in a minute than one may. Nothing was changed.");
			header("Retry-After", Long.toString(MINUTE.toSeconds()));
		}

	}

}
