package io.github.defenderbff.quota;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * What a frontend is told of the limits that a call was counted against, as in
 * draft-ietf-httpapi-ratelimit-headers-10: what everybody has together, and what is left
 * for the person who asks.
 *
 * @param policy the value of {@code RateLimit-Policy}; empty for none
 * @param left the value of {@code RateLimit}; empty for none
 * @param pace how far apart further calls may be if what is left is to last
 */
public record RateLimits(String policy, String left, Duration pace) {

	static RateLimits of(List<Standing> standings) {
		return new RateLimits(list(standings, RateLimits::policy), list(standings, RateLimits::left), pace(standings));
	}

	private static Duration pace(List<Standing> standings) {
		return standings.stream()
			.filter((standing) -> standing.window().unit() == Window.Unit.CALLS)
			.map((standing) -> standing.window().length().dividedBy(Math.max(1, standing.left())))
			.max(Comparator.naturalOrder())
			.orElse(Duration.ZERO);
	}

	/** Of the window nothing is left for so long; null stands for all of them. */
	static RateLimits usedUp(List<Standing> standings, @Nullable Window window, Duration wait) {
		return of(standings.stream()
			.map((standing) -> (window == null || window.equals(standing.window()))
					? new Standing(standing.window(), 0, wait) : standing)
			.toList());
	}

	private static String list(List<Standing> standings, Function<Standing, String> item) {
		return standings.stream().map(item).collect(Collectors.joining(", "));
	}

	private static String policy(Standing standing) {
		var window = standing.window();
		var unit = switch (window.unit()) {
			case CALLS -> "";
			case RUN_TIME -> ";qu=\"run-seconds\"";
		};
		return '"' + window.name() + "\";q=" + window.unit().told(window.limit()) + unit + ";w="
				+ window.length().toSeconds();
	}

	private static String left(Standing standing) {
		var window = standing.window();
		return '"' + window.name() + "\";r=" + window.unit().told(standing.left()) + ";t=" + seconds(standing.reset());
	}

	/** Whole seconds, rather too many than too few. */
	static long seconds(Duration duration) {
		return duration.plusNanos(999_999_999).toSeconds();
	}

	/** Sets the header fields. */
	public void tell(HttpHeaders headers) {
		if (!this.policy.isEmpty()) {
			headers.set("RateLimit-Policy", this.policy);
			headers.set("RateLimit", this.left);
		}
	}

}
