package io.github.defenderbff.defender;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.defenderbff.relay.Safe;
import io.github.defenderbff.relay.SignedLinks;
import io.github.defenderbff.responsecache.Fresh;
import io.github.defenderbff.responsecache.Kind;
import org.junit.jupiter.api.Test;

import org.springframework.core.annotation.AnnotatedElementUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** The page on caching says what is declared. */
class CachingDocsTests {

	private static final Path PAGE = Path.of("docs/caching.md");

	@Test
	void itListsEveryKindWithItsOperations() throws IOException {
		var rows = Arrays.stream(Kind.values()).map(CachingDocsTests::row).collect(Collectors.joining());
		assertThat(Files.readString(PAGE)).contains(rows);
	}

	@Test
	void itListsWhatIsNeverStored() throws IOException {
		assertThat(Files.readString(PAGE)).contains(Declared.all()
			.filter((operation) -> operation.verb().equals("GET") && isSignedLink(operation))
			.map((operation) -> "`" + operation.id() + "`")
			.sorted()
			.collect(Collectors.joining(", ", "Never stored: ", ".")));
	}

	private static String row(Kind kind) {
		var lifetime = kind.lifetime();
		return "| %s | %s | %s | %s | %s |\n".formatted(kind.name().toLowerCase(Locale.ROOT), time(lifetime.fresh()),
				time(lifetime.whileRevalidate()), time(lifetime.ifError()), operations(kind));
	}

	private static String operations(Kind kind) {
		return (kind == Kind.RECORDS) ? "every other read"
				: Declared.all()
					.filter((operation) -> isRead(operation) && !isSignedLink(operation) && kindOf(operation) == kind)
					.map((operation) -> "`" + operation.id() + "`")
					.sorted()
					.collect(Collectors.joining(", "));
	}

	private static boolean isRead(Declared operation) {
		return operation.verb().equals("GET") || operation.method().isAnnotationPresent(Safe.class);
	}

	private static boolean isSignedLink(Declared operation) {
		return AnnotatedElementUtils.hasAnnotation(operation.method(), SignedLinks.class);
	}

	private static Kind kindOf(Declared operation) {
		var fresh = AnnotatedElementUtils.findMergedAnnotation(operation.method(), Fresh.class);
		return (fresh != null) ? fresh.value() : operation.verb().equals("GET") ? Kind.RECORDS : Kind.QUERIES;
	}

	private static String time(Duration duration) {
		if (duration.isZero()) {
			return "no";
		}
		return (duration.toSeconds() < 60) ? duration.toSeconds() + " s"
				: (duration.toMinutes() < 60) ? duration.toMinutes() + " min" : duration.toHours() + " h";
	}

}
