package io.github.sandbox.defender;

import java.time.Duration;

/**
 * What a test may change about the server, apart from its faults.
 *
 * @param latency how long every answer takes at least
 * @param pageSize how many rows a page has when the client does not say
 * @param nextLinks how a page says where the next one is
 */
record Settings(Duration latency, int pageSize, NextLinkStyle nextLinks) {

	static final Settings DEFAULT = new Settings(Duration.ZERO, 10_000, NextLinkStyle.SKIP);

	Settings latency(Duration latency) {
		return new Settings(latency, this.pageSize, this.nextLinks);
	}

	Settings pageSize(int pageSize) {
		return new Settings(this.latency, pageSize, this.nextLinks);
	}

	Settings nextLinks(NextLinkStyle nextLinks) {
		return new Settings(this.latency, this.pageSize, nextLinks);
	}

}
