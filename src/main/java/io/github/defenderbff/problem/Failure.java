package io.github.defenderbff.problem;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A failure that is told to the frontend as a problem. Modules extend it with a name that
 * states the fact; the detail must be fit for an outsider's eyes.
 */
public class Failure extends ErrorResponseException {

	private final ProblemType type;

	protected Failure(ProblemType type, String detail, @Nullable Throwable cause) {
		super(type.status(), problem(type, detail), cause);
		this.type = type;
	}

	protected Failure(ProblemType type, String detail) {
		this(type, detail, null);
	}

	static ProblemDetail problem(ProblemType type, @Nullable String detail) {
		var problem = ProblemDetail.forStatusAndDetail(type.status(), detail);
		problem.setType(type.uri());
		problem.setTitle(type.title());
		return problem;
	}

	/** What kind of failure this is. */
	public final ProblemType type() {
		return this.type;
	}

	/** Adds an extension member to the problem (RFC 9457 section 3.2). */
	protected final void member(String name, Object value) {
		getBody().setProperty(name, value);
	}

	/** Adds a response header, such as Retry-After. */
	protected final void header(String name, String value) {
		getHeaders().add(name, value);
	}

}
