package io.github.defenderbff.views;

import java.util.List;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;

/** A part is wished for that the view does not have. */
final class UnknownPart extends Failure {

	UnknownPart(List<String> known, List<String> wished) {
		super(ProblemType.INVALID_PARAMETER, "parts must name parts of this view, which are " + known + "; unknown: "
				+ wished.stream().filter((name) -> !known.contains(name)).toList() + ".");
		member("parameter", "parts");
	}

}
