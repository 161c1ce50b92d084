package io.github.defenderbff.quota;

import java.time.Duration;
import java.util.Map;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;

import org.springframework.http.HttpHeaders;

/** The budget that all people of a tenant share is used up for now. */
public final class QuotaExhausted extends Failure {

	QuotaExhausted(String operation, Limits limits, Duration wait) {
		super(ProblemType.QUOTA_EXHAUSTED,
				"Everybody here shares Defender's limits, and the one of this operation is used up for now.");
		member("operation", operation);
		member("limit", Map.of("per_minute", limits.perMinute(), "per_hour", limits.perHour()));
		header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
	}

}
