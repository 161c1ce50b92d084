package io.github.defenderbff.views;

import java.time.Instant;
import java.util.List;

import io.github.defenderbff.policy.Reason;
import io.github.defenderbff.problem.Failure;
import org.jspecify.annotations.Nullable;

/** What became of a part. */
sealed interface Part {

	/** Why there is nothing of it; null where that is no failure. */
	default @Nullable Failure failure() {
		return null;
	}

	/**
	 * It is there.
	 *
	 * @param body JSON, not to be changed
	 * @param tag stands for the body: another one for another body
	 * @param asOf when Defender gave it
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Loaded(byte[] body, String tag, Instant asOf) implements Part {

	}

	/**
	 * The caller may not read it.
	 *
	 * @param reasons why
	 * @param failure what its own operation would be answered with
	 */
	record Denied(List<Reason> reasons, Failure failure) implements Part {

		public Denied {
			reasons = List.copyOf(reasons);
		}

	}

	/**
	 * It cannot be had now.
	 *
	 * @param failure what its own operation would be answered with
	 */
	record Unavailable(Failure failure) implements Part {

	}

	/**
	 * There is nothing to ask for.
	 *
	 * @param why the reason, as a sentence
	 */
	record Skipped(String why) implements Part {

	}

}
