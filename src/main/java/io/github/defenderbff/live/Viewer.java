package io.github.defenderbff.live;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.defenderbff.problem.Correlation;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.signin.Caller;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.MDC;

import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestMethodNotSupportedException;

/**
 * Who opened a stream, as the request said.
 *
 * @param caller who it is
 * @param correlation the request's correlation id
 * @param context what is logged with whatever is done for the stream
 */
record Viewer(Caller.Delegated caller, String correlation, Map<String, String> context) {

	Viewer {
		context = Map.copyOf(context);
	}

	/** The viewer of the request that is under way on this thread. */
	static Viewer of(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
		if (!HttpMethod.GET.matches(request.getMethod())) {
			throw new HttpRequestMethodNotSupportedException(request.getMethod(), List.of("GET"));
		}
		return switch (Caller.current()) {
			case Caller.Delegated person -> new Viewer(person, Correlation.id(),
					Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.<String, String>of()));
			case Caller.Application _ -> throw new NoSession();
		};
	}

	/** A stream lasts as long as a session, and applications have none. */
	private static final class NoSession extends Failure {

		NoSession() {
			super(ProblemType.PEOPLE_ONLY, "This is for people who sign in; applications have no session.");
		}

	}

}
