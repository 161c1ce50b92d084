package io.github.defenderbff.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which entries there are. */
class ActionTests {

	private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| [^|]+\\. \\| `");

	@Test
	void operatorsAreToldOfEach() throws IOException {
		var documented = ROW.matcher(Files.readString(Path.of("docs", "operations.md")))
			.results()
			.map((row) -> row.group(1));
		assertThat(documented)
			.containsExactlyInAnyOrderElementsOf(Arrays.stream(Action.values()).map(Action::word).toList());
	}

}
