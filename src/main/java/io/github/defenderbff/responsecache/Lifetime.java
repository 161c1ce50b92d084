package io.github.defenderbff.responsecache;

import java.time.Duration;

/**
 * How long an answer may be served (RFC 9111 section 4.2), and how long after that while
 * a newer one is fetched, or none can be had (RFC 5861).
 *
 * @param fresh since Defender gave it; zero means that it is never stored
 * @param whileRevalidate after it was fresh, while a newer one is being fetched
 * @param ifError after it was fresh, if Defender fails or may not be asked
 */
public record Lifetime(Duration fresh, Duration whileRevalidate, Duration ifError) {

	/** For answers that are never stored. */
	public static final Lifetime NONE = new Lifetime(Duration.ZERO, Duration.ZERO, Duration.ZERO);

	public Lifetime {
		if (fresh.isNegative() || whileRevalidate.isNegative() || ifError.isNegative()) {
			throw new IllegalArgumentException("a lifetime cannot be negative");
		}
	}

	/** Fresh for so long, and not served after. */
	public static Lifetime of(Duration fresh) {
		return new Lifetime(fresh, Duration.ZERO, Duration.ZERO);
	}

	/** Whether such answers are stored at all. */
	public boolean stores() {
		return this.fresh.isPositive();
	}

	/** For how long it is of any use. */
	Duration whole() {
		return this.fresh
			.plus((this.whileRevalidate.compareTo(this.ifError) > 0) ? this.whileRevalidate : this.ifError);
	}

	/** Whether an answer of that age may be served if Defender fails. */
	boolean allowsIfError(Duration age) {
		return age.compareTo(this.fresh.plus(this.ifError)) < 0;
	}

	/** What an answer of that age is good for. */
	Freshness at(Duration age) {
		if (age.compareTo(this.fresh) < 0) {
			return Freshness.FRESH;
		}
		var since = age.minus(this.fresh);
		if (since.compareTo(this.whileRevalidate) < 0) {
			return Freshness.WHILE_REVALIDATE;
		}
		return (since.compareTo(this.ifError) < 0) ? Freshness.IF_ERROR : Freshness.SPENT;
	}

}
