package io.github.defenderbff.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * How a call may be answered, besides what it asks for.
 *
 * @param revalidate whether Defender is to be asked although an answer is known (RFC 9111
 * section 5.2.1)
 * @param forChange whether a change depends on the answer: it must be fresh then, and may
 * use what is reserved for changes
 * @param patient whether it may wait a moment for quota
 * @param deadline when it must be answered; null for no such time
 */
record Terms(boolean revalidate, boolean forChange, boolean patient, @Nullable Instant deadline) {

	/** Whatever is known will do. */
	static final Terms USUAL = new Terms(false, false, true);

	private static final ScopedValue<Boolean> FOR_CHANGE = ScopedValue.newInstance();

	Terms(boolean revalidate, boolean forChange, boolean patient) {
		this(revalidate, forChange, patient, null);
	}

	/** The terms of the request that is under way on this thread. */
	static Terms current() {
		var forChange = FOR_CHANGE.isBound();
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
				? new Terms(asksAnew(attributes.getRequest().getHeader(HttpHeaders.CACHE_CONTROL)), forChange, true)
				: new Terms(false, forChange, true);
	}

	/** Does something on whose result a change depends. */
	static <T> T forChange(Supplier<T> reads) {
		return ScopedValue.where(FOR_CHANGE, true).call(reads::get);
	}

	/** What browsers send for {@code fetch} with the cache modes reload and no-cache. */
	private static boolean asksAnew(@Nullable String cacheControl) {
		for (var directive : StringUtils.tokenizeToStringArray(cacheControl, ",")) {
			if ("no-cache".equalsIgnoreCase(directive) || "max-age=0".equalsIgnoreCase(directive)) {
				return true;
			}
		}
		return false;
	}

	/** The same, but with an answer or a refusal at once. */
	Terms impatient() {
		return new Terms(this.revalidate, this.forChange, false, this.deadline);
	}

	/** The same, but with an answer or a failure by then, if not earlier. */
	Terms by(Instant time) {
		var earlier = (this.deadline != null && this.deadline.isBefore(time)) ? this.deadline : time;
		return new Terms(this.revalidate, this.forChange, this.patient, earlier);
	}

	/** What is left of a time, if not all of it. */
	Duration left(Duration time, Clock clock) {
		if (this.deadline == null) {
			return time;
		}
		var left = Duration.between(clock.instant(), this.deadline);
		return (left.compareTo(time) < 0) ? left : time;
	}

}
