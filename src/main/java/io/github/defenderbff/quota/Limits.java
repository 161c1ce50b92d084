package io.github.defenderbff.quota;

import org.jspecify.annotations.Nullable;

/**
 * How often Defender may be asked for one operation, all people of a tenant together.
 *
 * @param perMinute calls a minute; {@link Rate#UNSTATED} for no such limit
 * @param perHour calls an hour; {@link Rate#UNSTATED} for no such limit
 * @param stated whether the documentation states any limit
 */
public record Limits(int perMinute, int perHour, boolean stated) {

	/** What most pages state. */
	private static final Limits USUAL = new Limits(Rate.USUAL_PER_MINUTE, Rate.USUAL_PER_HOUR, true);

	/** Reads a declaration; null means the usual limits. */
	public static Limits of(@Nullable Rate rate) {
		if (rate == null) {
			return USUAL;
		}
		if (rate.perMinute() == Rate.UNSTATED && rate.perHour() == Rate.UNSTATED) {
			return new Limits(Rate.USUAL_PER_MINUTE, Rate.USUAL_PER_HOUR, false);
		}
		return new Limits(rate.perMinute(), rate.perHour(), true);
	}

}
