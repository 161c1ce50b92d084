package io.github.defenderbff.quota;

import java.util.Map;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.quota.Shortage.Cause;

import org.springframework.http.HttpHeaders;

/** Nothing is left for a call now; it says what there is to wait for, and how long. */
public final class QuotaExhausted extends Failure {

	QuotaExhausted(String operation, Verdict.Wait wait) {
		super(ProblemType.QUOTA_EXHAUSTED, detail(wait.shortage().cause()));
		var window = wait.shortage().window();
		member("operation", operation);
		member("cause", wait.shortage().cause().word());
		if (window != null) {
			member("limit", Map.of("window", window.name(), "seconds", window.length().toSeconds(), "quota",
					window.unit().told(window.limit()), "unit", window.unit().word()));
		}
		header(HttpHeaders.RETRY_AFTER, Long.toString(RateLimits.seconds(wait.atLeast())));
		RateLimits.usedUp(wait.standings(), window, wait.atLeast()).tell(getHeaders());
	}

	private static String detail(Cause cause) {
		return switch (cause) {
			case BUDGET -> "Everybody here shares Defender's limits, and the one of this operation is used up for now.";
			case SHARE ->
				"You have had your share of what everybody here may ask of Defender; others may need the rest.";
			case RESERVE -> "What is left of this operation's limit is kept for changes.";
			case DEFENDER -> "Defender asked for a pause of this operation.";
		};
	}

}
