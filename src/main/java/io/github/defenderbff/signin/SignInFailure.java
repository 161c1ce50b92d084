package io.github.defenderbff.signin;

import java.util.List;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;

/**
 * A failure that a browser meets on its way: people see it as a page that leads on,
 * scripts as a problem.
 */
abstract class SignInFailure extends Failure {

	private final String heading;

	private final transient List<SignInPages.Link> links;

	SignInFailure(ProblemType type, String heading, String detail, List<SignInPages.Link> links) {
		super(type, detail);
		this.heading = heading;
		this.links = List.copyOf(links);
	}

	final String heading() {
		return this.heading;
	}

	final List<SignInPages.Link> links() {
		return this.links;
	}

}
