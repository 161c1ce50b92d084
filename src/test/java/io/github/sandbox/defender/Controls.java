package io.github.sandbox.defender;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/** What a test may watch and steer from outside. */
final class Controls {

	private final RequestLog log = new RequestLog();

	private final Faults faults = new Faults();

	private final Challenges challenges = new Challenges();

	private final Meeting meeting = new Meeting();

	private final Throttle throttle;

	private final AtomicInteger answering = new AtomicInteger();

	private volatile Settings settings = Settings.DEFAULT;

	Controls(Clock clock) {
		this.throttle = new Throttle(clock);
	}

	RequestLog log() {
		return this.log;
	}

	Faults faults() {
		return this.faults;
	}

	Challenges challenges() {
		return this.challenges;
	}

	Meeting meeting() {
		return this.meeting;
	}

	Throttle throttle() {
		return this.throttle;
	}

	/** How many answers are being written. */
	int underway() {
		return this.answering.get();
	}

	/** An answer is being written until this is closed. */
	Writing answering() {
		this.answering.incrementAndGet();
		return this.answering::decrementAndGet;
	}

	Settings settings() {
		return this.settings;
	}

	void settings(Settings settings) {
		this.settings = settings;
	}

	void clear() {
		this.log.clear();
		this.faults.clear();
		this.challenges.clear();
		this.throttle.clear();
		this.meeting.clear();
	}

	/** The time in which an answer is written. */
	@FunctionalInterface
	interface Writing extends AutoCloseable {

		@Override
		void close();

	}

}
