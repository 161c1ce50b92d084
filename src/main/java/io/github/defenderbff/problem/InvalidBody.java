package io.github.defenderbff.problem;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The body can be read, but properties or fields are missing, unknown or wrong. */
public final class InvalidBody extends Failure {

	/** More than anybody corrects in one go. */
	private static final int MOST_ERRORS = 100;

	/** Tells what is wrong; of very many errors only the first ones. */
	public InvalidBody(List<Wrong> errors) {
		super(ProblemType.INVALID_BODY,
				errors.stream().limit(MOST_ERRORS).map(Wrong::detail).distinct().collect(Collectors.joining("; ")));
		member("errors", errors.stream().limit(MOST_ERRORS).map(Wrong::members).toList());
	}

	/** Refuses a body in which something is wrong. */
	public static void throwUnlessEmpty(List<Wrong> errors) {
		if (!errors.isEmpty()) {
			throw new InvalidBody(errors);
		}
	}

	/**
	 * One thing that is wrong.
	 *
	 * @param pointer where: a JSON pointer as a URI fragment (RFC 6901 section 6)
	 * @param detail what
	 */
	public record Wrong(String pointer, String detail) {

		private Map<String, String> members() {
			return Map.of("pointer", this.pointer, "detail", this.detail);
		}

	}

}
