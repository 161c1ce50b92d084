package io.github.defenderbff.relay;

import java.time.Duration;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.defenderbff.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * How the cache took part in an answer, in the words of RFC 9211.
 *
 * @param parameters the parameters of the Cache-Status header
 * @param result what that comes to, in one word
 */
record CacheStatus(String parameters, Result result) {

	/** The name of the header. */
	static final String HEADER = "Cache-Status";

	private static final String CACHE = "defender-bff; ";

	private static final String HIT = "hit; ";

	/** The cache does not take part in this operation. */
	static final CacheStatus BYPASS = new CacheStatus("fwd=bypass", Result.FORWARDED);

	/** Another request was already asking, and its answer was used. */
	static final CacheStatus COLLAPSED = new CacheStatus("fwd=miss; collapsed", Result.COLLAPSED);

	/** Served from the cache; the time to live is negative where it is not fresh. */
	static CacheStatus hit(Duration timeToLive) {
		return new CacheStatus(HIT + "ttl=" + timeToLive.toSeconds(),
				timeToLive.isNegative() ? Result.STALE : Result.FRESH);
	}

	/** Served from the store that all replicas share. */
	static CacheStatus secondLevel(Duration timeToLive) {
		return new CacheStatus(hit(timeToLive).parameters() + "; detail=second-level", Result.SECOND_LEVEL);
	}

	/** Served from the cache, since no newer answer can be had. */
	static CacheStatus hitInsteadOf(ProblemType failure, Duration timeToLive) {
		return new CacheStatus(hit(timeToLive).parameters() + "; detail=" + failure.slug(), Result.STALE_IF_ERROR);
	}

	/** Defender was asked. */
	static CacheStatus forwarded(Cause cause, boolean stored) {
		return new CacheStatus("fwd=" + cause.word + (stored ? "; stored" : ""), Result.FORWARDED);
	}

	/** Defender was asked, and forbids to store what it answered. */
	static CacheStatus forwardedNoStore(Cause cause) {
		return new CacheStatus("fwd=" + cause.word + "; detail=no-store", Result.FORWARDED);
	}

	/** The value of the Cache-Status header. */
	String header() {
		return CACHE + this.parameters;
	}

	/** Whether the value of the header says that the answer came from the cache. */
	static boolean isHit(@Nullable String header) {
		return header != null && header.startsWith(CACHE + HIT);
	}

	/** Where an answer came from. */
	enum Result {

		/** The cache, and it was fresh. */
		FRESH,

		/** The cache, while a newer one was fetched. */
		STALE,

		/** The cache, since no newer one could be had. */
		STALE_IF_ERROR,

		/** The store that all replicas share. */
		SECOND_LEVEL,

		/** Another request that was already asking. */
		COLLAPSED,

		/** Defender. */
		FORWARDED;

		/** The result as frontends and metrics spell it. */
		@JsonValue
		String word() {
			return name().toLowerCase(Locale.ROOT);
		}

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
