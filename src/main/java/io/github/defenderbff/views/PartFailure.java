package io.github.defenderbff.views;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;

import org.springframework.http.HttpHeaders;

/** Why a part is not in the view, although nobody refused it. */
final class PartFailure extends Failure {

	private PartFailure(ProblemType type, String detail) {
		super(type, detail);
	}

	/** The view's time is over. */
	static PartFailure tooLate() {
		var failure = new PartFailure(ProblemType.UPSTREAM_TIMEOUT,
				"Defender did not answer within the time of a view. It may yet; ask again in a moment.");
		failure.header(HttpHeaders.RETRY_AFTER, "5");
		return failure;
	}

	/** The answer is so large that it is passed on while it arrives. */
	static PartFailure tooLarge() {
		return new PartFailure(ProblemType.UPSTREAM_ANSWER_TOO_LARGE,
				"The answer is too large for a view. Call its own operation, narrower if that is possible.");
	}

	/** The answer would break the view. */
	static PartFailure notJson() {
		return new PartFailure(ProblemType.UPSTREAM_ANSWER_INVALID, "Defender's answer is not the JSON it should be.");
	}

	/** A fault here. */
	static PartFailure broken() {
		return new PartFailure(ProblemType.INTERNAL_ERROR,
				"This part could not be served. Quote the correlation id of the answer when you report this.");
	}

}
