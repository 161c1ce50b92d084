package io.github.defenderbff.bulk;

import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is with one device.
 *
 * @param machine the device's id
 * @param outcome how far
 * @param action the action that Defender began; null where there is none
 * @param problem why not; null where nothing failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BulkStep")
record Step(String machine, Outcome outcome, @Nullable StartedAction action,
		@Schema(ref = "#/components/schemas/Problem") @Nullable Map<String, Object> problem) {

	/** Nothing was sent yet. */
	static Step waiting(String machine) {
		return new Step(machine, Outcome.WAITING, null, null);
	}

	/** The same, in another state and without a story. */
	Step now(Outcome other) {
		return new Step(this.machine, other, null, null);
	}

	/** Whether it is in that state. */
	boolean is(Outcome state) {
		return this.outcome == state;
	}

	/** How far a device is. */
	enum Outcome {

		/** Its turn is yet to come. */
		WAITING,

		/** Its call is under way. */
		SENDING,

		/** Defender took it. */
		SENT,

		/** The person may not; nothing was done. */
		REFUSED,

		/** It failed, and nothing was done. */
		FAILED,

		/** It may or may not have been done: look. It is never sent again. */
		UNKNOWN,

		/** The run ended before its turn came. */
		NOT_SENT;

		/** As frontends are told. */
		@JsonValue
		String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/**
	 * What Defender began.
	 *
	 * @param id the machine action's id
	 * @param status its status as Defender answered; null where it told none
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "BulkAction")
	record StartedAction(String id, @Nullable String status) {

	}

}
