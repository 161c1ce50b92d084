package io.github.defenderbff.problem;

import java.util.Arrays;
import java.util.stream.Collectors;

import io.github.defenderbff.CheckedIn;
import org.junit.jupiter.api.Test;

/** The table of problems that frontend developers read is the code's. */
class ErrorsDocumentTests {

	private static final String HEAD = """
			# Problems

			Every failure is `application/problem+json` (RFC 9457) with a `type` below, a `title`, a `detail` for people and a
			`correlation_id`. What to do with them is in [frontend.md](frontend.md#problems). This page is generated from the
			code.

			| Type | Status | Title | Cause | Next step |
			|---|---|---|---|---|
			""";

	@Test
	void errorsDocumentIsTheCodes() {
		CheckedIn.doc("errors.md")
			.assertSays(Arrays.stream(ProblemType.values())
				.map((type) -> "| `%s` | %d | %s | %s | %s |\n".formatted(type.uri(), type.status().value(),
						type.title(), type.cause(), type.nextStep()))
				.collect(Collectors.joining("", HEAD, "")));
	}

}
