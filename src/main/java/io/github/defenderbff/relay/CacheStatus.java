package io.github.defenderbff.relay;

/** How the cache took part in an answer, in the words of RFC 9211. */
enum CacheStatus {

	/** Served from the cache. */
	HIT("hit"),

	/** Nothing was stored; Defender was asked and the answer stored. */
	STORED("fwd=miss; stored"),

	/** Nothing was stored; Defender was asked, and the answer could not be kept. */
	MISS("fwd=miss"),

	/** Another request was already asking, and its answer was used. */
	COLLAPSED("fwd=miss; collapsed"),

	/** The cache does not take part in this operation. */
	BYPASS("fwd=bypass");

	private final String parameters;

	CacheStatus(String parameters) {
		this.parameters = parameters;
	}

	/** The value of the Cache-Status header. */
	String header() {
		return "defender-bff; " + this.parameters;
	}

}
