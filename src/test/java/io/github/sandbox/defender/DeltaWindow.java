package io.github.sandbox.defender;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** From when on changes are wanted: the whole six hours that hold {@code sinceTime}. */
final class DeltaWindow {

	private static final String PARAMETER = "sinceTime";

	private static final Duration LOOK_BACK = Duration.ofDays(14);

	private DeltaWindow() {
	}

	static Snapshot of(Call call, Instant now) {
		Instant since = instant(call.parameter(PARAMETER).orElseThrow(() -> Refusal.missingParameter(PARAMETER)));
		if (since.isBefore(now.minus(LOOK_BACK))) {
			throw Refusal.badRequest("InvalidInput", "The parameter 'sinceTime' is more than 14 days ago.");
		}
		return Snapshot.at(since);
	}

	private static Instant instant(String text) {
		try {
			return OffsetDateTime.parse(text).toInstant();
		}
		catch (DateTimeException _) {
			throw Refusal.badRequest("InvalidInput", "'%s' is not a time.".formatted(text));
		}
	}

}
