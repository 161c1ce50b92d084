package io.github.sandbox.defender;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The state that exports show: it is made anew every six hours, never by a call.
 *
 * @param time when it was made
 */
record Snapshot(Instant time) {

	private static final Duration LIFE = Duration.ofHours(6);

	private static final DateTimeFormatter WITHOUT_ZONE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
		.withZone(ZoneOffset.UTC);

	/** The one whose six hours hold a moment. */
	static Snapshot at(Instant moment) {
		long life = LIFE.toSeconds();
		return new Snapshot(Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), life) * life));
	}

	/** A moment before it, as export rows write times. */
	String before(Duration age) {
		return WITHOUT_ZONE.format(this.time.minus(age));
	}

}
