package io.github.defenderbff.checklist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The checklist is complete, and the document names what shows it. */
class ChecklistTests {

	private static final Path DOCUMENT = Path.of("docs/security.md");

	private static final Pattern TEST = Pattern.compile("`(line\\d\\d\\w+)`");

	private static final Pattern LINK = Pattern.compile("\\((\\.\\./src/test/[^)]+)\\)");

	private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|");

	private static List<String> tests() {
		return Stream
			.of(SignInChecklistTests.class, SessionChecklistTests.class, RequestChecklistTests.class,
					PolicyChecklistTests.class, TlsChecklistTests.class, RedisChecklistTests.class)
			.flatMap((type) -> Arrays.stream(type.getDeclaredMethods()))
			.filter((method) -> method.getName().startsWith("line") && !method.isSynthetic())
			.map((method) -> method.getName())
			.toList();
	}

	private static List<String> inDocument(Pattern pattern) throws IOException {
		return pattern.matcher(Files.readString(DOCUMENT))
			.results()
			.map((MatchResult match) -> match.group(1))
			.toList();
	}

	private static List<Integer> lines() {
		return IntStream.rangeClosed(1, 40).boxed().toList();
	}

	@Test
	void everyLineHasATest() {
		assertThat(tests()).extracting((name) -> Integer.valueOf(name.substring(4, 6)))
			.containsAll(lines())
			.isSubsetOf(lines());
	}

	@Test
	void documentHasEveryLineInOrder() throws IOException {
		assertThat(inDocument(ROW).stream().map(Integer::valueOf)).isEqualTo(lines());
	}

	@Test
	void documentNamesEveryTestAndNoOther() throws IOException {
		assertThat(inDocument(TEST)).containsExactlyInAnyOrderElementsOf(tests());
	}

	@Test
	void documentLinksToTestsThatExist() throws IOException {
		assertThat(inDocument(LINK)).isNotEmpty()
			.allSatisfy((link) -> assertThat(DOCUMENT.resolveSibling(link)).exists());
	}

}
