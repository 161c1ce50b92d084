package io.github.defenderbff.policy;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** What is known of a device's visibility to a person, and since when. */
public sealed interface DeviceEvidence {

	/** The device as the caller named it. */
	String id();

	/**
	 * Defender showed the device to the person's own token.
	 *
	 * @param id the device as the caller named it
	 * @param group the device group its record names; null where it names none
	 * @param asOf when Defender said so
	 */
	record Shown(String id, @Nullable String group, Instant asOf) implements DeviceEvidence {

	}

	/**
	 * Defender did not show the device to the person's own token. Whether it exists is
	 * not known, and must not be guessed from the answer.
	 *
	 * @param id the device as the caller named it
	 * @param asOf when Defender said so
	 */
	record Hidden(String id, Instant asOf) implements DeviceEvidence {

	}

	/**
	 * Nothing is known.
	 *
	 * @param id the device as the caller named it
	 * @param why the cause, in words for a person
	 */
	record Unknown(String id, String why) implements DeviceEvidence {

	}

}
