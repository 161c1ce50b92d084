package io.github.defenderbff.relay;

import java.time.Duration;

import io.github.defenderbff.problem.ProblemType;

import org.springframework.http.HttpHeaders;

/** Defender itself says that the limit is reached, although we counted below it. */
final class Throttled extends UpstreamFailure {

	private final Duration retryAfter;

	Throttled(Duration retryAfter, UpstreamError error) {
		super(ProblemType.QUOTA_EXHAUSTED, "Defender throttles this operation for everybody in the tenant.", null);
		this.retryAfter = retryAfter;
		tell(429, error);
		member("cause", "defender");
		header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
	}

	/** How long Defender must not be asked again. */
	@Override
	Duration retryAfter() {
		return this.retryAfter;
	}

}
