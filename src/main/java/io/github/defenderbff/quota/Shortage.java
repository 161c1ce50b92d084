package io.github.defenderbff.quota;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What a call has to wait for.
 *
 * @param cause why nothing is left
 * @param window the limit it is about; null where Defender asked for a pause
 */
record Shortage(Cause cause, @Nullable Window window) {

	/** Why nothing is left for a call. */
	enum Cause {

		/** All of it is used up. */
		BUDGET,

		/** The rest is kept for changes. */
		RESERVE,

		/** The person has had their share, and others may need the rest. */
		SHARE,

		/** Defender itself asked for a pause. */
		DEFENDER;

		String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
