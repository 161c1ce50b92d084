package io.github.defenderbff.relay;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Links are rewritten wherever the pieces of a text happen to end. */
@NullMarked
class NextLinkStreamTests {

	private static final List<String> PIECES = List.of("{\"value\":[", "{\"title\":\"@odata.nextLink\"}", "ü", "\\\"",
			"\"@odata.nextLink\":\"LINK\"", "\"evidence@odata.nextLink\" : \"LINK\"", "\"@odata.nextLink\":null",
			"\"@odata.nextLin", "@odata.nextLink\\\":\\\"LINK", "]}", " ".repeat(70_000));

	@Provide
	Arbitrary<String> texts() {
		return Arbitraries.of(PIECES).list().ofMaxSize(20).map((pieces) -> String.join("", pieces));
	}

	@Property(tries = 300)
	void doesNotDependOnHowTheTextArrives(@ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 9000) int most)
			throws IOException {
		var expected = text.replace("\"@odata.nextLink\":\"LINK\"", "\"@odata.nextLink\":\"ours\"")
			.replace("\"evidence@odata.nextLink\" : \"LINK\"", "\"evidence@odata.nextLink\" : \"ours\"");
		assertThat(rewritten(text, most)).isEqualTo(expected);
	}

	@Test
	void linkWithoutAnEndIsNotWaitedFor() {
		assertThatExceptionOfType(UpstreamFailure.class)
			.isThrownBy(() -> rewritten("{\"@odata.nextLink\":\"" + "x".repeat(100_000), 8192));
	}

	private static String rewritten(String text, int most) throws IOException {
		var arriving = new FilterInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
			@Override
			public int read(byte[] bytes, int offset, int length) throws IOException {
				return super.read(bytes, offset, Math.min(length, most));
			}
		};
		try (InputStream rewriting = new NextLinkStream(arriving, (_) -> "ours".getBytes(StandardCharsets.UTF_8))) {
			return new String(rewriting.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
