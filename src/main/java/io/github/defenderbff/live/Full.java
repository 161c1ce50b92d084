package io.github.defenderbff.live;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;

import org.springframework.http.HttpHeaders;

/** There is no place for another stream. */
final class Full extends Failure {

	private Full(ProblemType type, String detail) {
		super(type, detail);
		header(HttpHeaders.RETRY_AFTER, "10");
	}

	/** On this instance. */
	static Full here() {
		return new Full(ProblemType.STREAMS_UNAVAILABLE, "No more streams can be opened here for now.");
	}

	/** Of this session. */
	static Full ofSession(int most) {
		return new Full(ProblemType.TOO_MANY_STREAMS,
				"This session has as many streams open as one may have: " + most + ".");
	}

}
