package io.github.defenderbff.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Tells of requests that were refused for what browsers are protected from: once a minute
 * for each session, or address without one, and reason.
 */
@Component
final class RefusedRequests {

	static final String CROSS_ORIGIN = "cross-origin-request";

	private static final int LONGEST_PATH = 200;

	private static final int MOST = 10_000;

	private final Sessions sessions;

	private final ApplicationEventPublisher events;

	private final Cache<Kind, Boolean> recent;

	RefusedRequests(Sessions sessions, Clock clock, ApplicationEventPublisher events) {
		this.sessions = sessions;
		this.events = events;
		this.recent = Caffeine.newBuilder()
			.maximumSize(MOST)
			.expireAfterWrite(Duration.ofMinutes(1))
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.build();
	}

	void tell(HttpServletRequest request, ProblemType reason) {
		tell(request, reason.slug());
	}

	void tell(HttpServletRequest request, String reason) {
		var session = session(request);
		var from = (session != null) ? session.name() : request.getRemoteAddr();
		if (this.recent.asMap().putIfAbsent(new Kind(from, reason), true) != null) {
			return;
		}
		var path = request.getRequestURI();
		this.events.publishEvent(new RequestRefused((session != null) ? session.record().person().subject() : null,
				(session != null) ? KeptSession.label(session.name()) : null, reason,
				path.substring(0, Math.min(LONGEST_PATH, path.length()))));
	}

	/**
	 * Applications have none, whatever cookie comes along; and the answer stays the same.
	 */
	private @Nullable LiveSession session(HttpServletRequest request) {
		try {
			return (request.getHeader(HttpHeaders.AUTHORIZATION) != null) ? null
					: this.sessions.nameIn(request).flatMap(this.sessions::named).orElse(null);
		}
		catch (Failure _) {
			return null;
		}
	}

	/**
	 * What is told once a minute.
	 *
	 * @param from a session's name, or an address
	 * @param reason why it was refused
	 */
	private record Kind(String from, String reason) {

	}

}
