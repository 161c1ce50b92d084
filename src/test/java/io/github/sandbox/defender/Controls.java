package io.github.sandbox.defender;

import java.time.Clock;

/** What a test may watch and steer from outside. */
final class Controls {

	private final RequestLog log = new RequestLog();

	private final Faults faults = new Faults();

	private final Throttle throttle;

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

	Throttle throttle() {
		return this.throttle;
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
		this.throttle.clear();
	}

}
