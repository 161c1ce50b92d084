package io.github.defenderbff.relay;

import java.time.Duration;

import io.github.defenderbff.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * How the cache took part in an answer, in the words of RFC 9211.
 *
 * @param parameters the parameters of the Cache-Status header
 */
record CacheStatus(String parameters) {

	/** The name of the header. */
	static final String HEADER = "Cache-Status";

	private static final String CACHE = "defender-bff; ";

	private static final String HIT = "hit; ";

	/** The cache does not take part in this operation. */
	static final CacheStatus BYPASS = new CacheStatus("fwd=bypass");

	/** Another request was already asking, and its answer was used. */
	static final CacheStatus COLLAPSED = new CacheStatus("fwd=miss; collapsed");

	/** Served from the cache; the time to live is negative where it is not fresh. */
	static CacheStatus hit(Duration timeToLive) {
		return new CacheStatus(HIT + "ttl=" + timeToLive.toSeconds());
	}

	/** Served from the store that all replicas share. */
	static CacheStatus secondLevel(Duration timeToLive) {
		return new CacheStatus(hit(timeToLive).parameters() + "; detail=second-level");
	}

	/** Served from the cache, since no newer answer can be had. */
	static CacheStatus hitInsteadOf(ProblemType failure, Duration timeToLive) {
		return new CacheStatus(hit(timeToLive).parameters() + "; detail=" + failure.slug());
	}

	/** Defender was asked. */
	static CacheStatus forwarded(Cause cause, boolean stored) {
		return new CacheStatus("fwd=" + cause.word + (stored ? "; stored" : ""));
	}

	/** Defender was asked, and forbids to store what it answered. */
	static CacheStatus forwardedNoStore(Cause cause) {
		return new CacheStatus("fwd=" + cause.word + "; detail=no-store");
	}

	/** The value of the Cache-Status header. */
	String header() {
		return CACHE + this.parameters;
	}

	/** Whether the value of the header says that the answer came from the cache. */
	static boolean isHit(@Nullable String header) {
		return header != null && header.startsWith(CACHE + HIT);
	}

	/** Why Defender was asked. */
	enum Cause {

		/** Nothing was stored. */
		MISS("miss"),

		/** What was stored is not fresh any more. */
		STALE("stale"),

		/** The frontend wished it. */
		REQUEST("request");

		private final String word;

		Cause(String word) {
			this.word = word;
		}

	}

}
