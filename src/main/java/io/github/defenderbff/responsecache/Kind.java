package io.github.defenderbff.responsecache;

import java.time.Duration;

/** How quickly what an answer shows changes; each kind has a lifetime of its own. */
public enum Kind {

	/** What people watch while it goes on, such as an isolation. */
	PROGRESS(Duration.ofSeconds(5), Duration.ZERO, Duration.ofMinutes(1)),

	/** What somebody asks in a language of its own: once more in a moment, or never. */
	QUERIES(Duration.ofSeconds(30), Duration.ZERO, Duration.ZERO),

	/** What people work with, such as devices and alerts. */
	RECORDS(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMinutes(10)),

	/** What Defender computes from time to time, such as vulnerabilities and scores. */
	POSTURE(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofHours(1)),

	/** What hardly changes, such as descriptions. */
	REFERENCE(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(6));

	private final Duration fresh;

	private final Duration whileRevalidate;

	private final Duration ifError;

	Kind(Duration fresh, Duration whileRevalidate, Duration ifError) {
		this.fresh = fresh;
		this.whileRevalidate = whileRevalidate;
		this.ifError = ifError;
	}

	/** The lifetime of such answers, where an operator sets no other. */
	public Lifetime lifetime() {
		return new Lifetime(this.fresh, this.whileRevalidate, this.ifError);
	}

}
