package io.github.sandbox.defender;

import java.time.Duration;
import java.time.Instant;

/**
 * How an action moves: pending, in progress, succeeded, by the time since it was ordered.
 *
 * @param inProgressAfter when it stops being pending
 * @param succeededAfter when it is done
 */
record ActionStates(Duration inProgressAfter, Duration succeededAfter) {

	static final ActionStates DEFAULT = new ActionStates(Duration.ofSeconds(2), Duration.ofSeconds(6));

	static final String SUCCEEDED = "Succeeded";

	ActionStates {
		if (succeededAfter.compareTo(inProgressAfter) < 0) {
			throw new IllegalArgumentException("An action cannot succeed before it is in progress");
		}
	}

	String statusAt(Instant now, Action action) {
		if (action.cancellation().isPresent()) {
			return "Cancelled";
		}
		if (action.waitsForDevice()) {
			return "Pending";
		}
		if (!now.isBefore(action.created().plus(this.succeededAfter))) {
			return SUCCEEDED;
		}
		return now.isBefore(action.created().plus(this.inProgressAfter)) ? "Pending" : "InProgress";
	}

	boolean runningAt(Instant now, Action action) {
		return action.cancellation().isEmpty()
				&& (action.waitsForDevice() || now.isBefore(action.created().plus(this.succeededAfter)));
	}

	Instant lastChangeAt(Instant now, Action action) {
		return action.cancellation().map(Action.Cancellation::time).orElseGet(() -> switch (statusAt(now, action)) {
			case "Pending" -> action.created();
			case "InProgress" -> action.created().plus(this.inProgressAfter);
			default -> action.created().plus(this.succeededAfter);
		});
	}

}
