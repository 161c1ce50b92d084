package io.github.sandbox.defender;

import java.time.Clock;

/**
 * What the analysts keep.
 *
 * @param investigations the automated investigations
 * @param library the live response library
 * @param indicators what is blocked, warned of or watched for
 */
record Casework(InvestigationLog investigations, Library library, IndicatorList indicators) {

	static Casework at(Clock clock) {
		return new Casework(new InvestigationLog(clock), new Library(clock), new IndicatorList(clock));
	}

	void reset() {
		this.investigations.reset();
		this.library.reset();
		this.indicators.reset();
	}

}
