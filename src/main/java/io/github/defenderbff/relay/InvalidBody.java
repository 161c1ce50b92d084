package io.github.defenderbff.relay;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import jakarta.validation.ConstraintViolation;

/** The body can be read, but properties or fields are missing, unknown or wrong. */
final class InvalidBody extends Failure {

	/** More than anybody corrects in one go. */
	private static final int MOST_ERRORS = 100;

	InvalidBody(List<Wrong> errors) {
		super(ProblemType.INVALID_BODY,
				errors.stream().map(Wrong::detail).distinct().collect(Collectors.joining("; ")));
		member("errors", errors.stream().map(Wrong::members).toList());
	}

	static InvalidBody of(Set<? extends ConstraintViolation<?>> violations) {
		return new InvalidBody(violations.stream()
			.map((violation) -> new Wrong(BodyPointer.of(violation), violation.getMessage()))
			.sorted(Comparator.comparing(Wrong::pointer).thenComparing(Wrong::detail))
			.limit(MOST_ERRORS)
			.toList());
	}

	/**
	 * One thing that is wrong.
	 *
	 * @param pointer where, as {@link BodyPointer} has it
	 * @param detail what
	 */
	record Wrong(String pointer, String detail) {

		private Map<String, String> members() {
			return Map.of("pointer", this.pointer, "detail", this.detail);
		}

	}

}
