package io.github.defenderbff.hunting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What becomes of a table that Microsoft Graph answers. */
class GraphAnswerTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static InputStream answer(String graphs) {
		return new GraphAnswer(new ByteArrayInputStream(graphs.getBytes(StandardCharsets.UTF_8)), JSON);
	}

	private static String read(String graphs) {
		try (var answer = answer(graphs)) {
			return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					`{"schema":[{"name":"A","type":"String"}],"results":[{"A":"x"}]}` | `{"Schema":[{"Name":"A","Type":"String"}],"Results":[{"A":"x"}]}`
					`{"@odata.context":"https://x/$metadata#y","results":[]}`         | `{"Results":[]}`
					`{"@odata.context":{"a":[1,{"b":2}]},"schema":[]}`                | `{"Schema":[]}`
					`{"schema":[{"@odata.type":"#x","name":"A"}]}`                    | `{"Schema":[{"Name":"A"}]}`
					`{"schema":[{"Name":"A","Type":"Int64"}]}`                        | `{"Schema":[{"Name":"A","Type":"Int64"}]}`
					`{"results":[{"A@odata.type":"#Int64","A":1,"name":2,"type":3}]}` | `{"Results":[{"A":1,"name":2,"type":3}]}`
					`{"results":[{"A":{"@odata.type":"deep","schema":[{"name":1}]}}]}`| `{"Results":[{"A":{"@odata.type":"deep","schema":[{"name":1}]}}]}`
					`{"stats":{"name":1},"else":[{"name":1}]}`                        | `{"Stats":{"name":1},"else":[{"name":1}]}`
					`{"results":[{"A":9007199254740993,"B":1.10,"C":null,"D":true}]}` | `{"Results":[{"A":9007199254740993,"B":1.10,"C":null,"D":true}]}`
					`{"results":[{"A":"quote \\" and \\u00e6 and \\n"}]}`             | `{"Results":[{"A":"quote \\" and æ and \\n"}]}`
					` {} `                                                            | `{}`
					""")
	void isDefenders(String graphs, String defenders) {
		assertThat(read(graphs)).isEqualTo(defenders);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "[]", "1", "null", "{", "{\"results\":[{\"A\":1}", "{\"results\":[{\"A\":\"x",
			"{}{}", "{} 1", "<html></html>", "{\"results\":[}" })
	void isNothingUnlessItIsWholeAndAnObject(String graphs) {
		assertThatExceptionOfType(Failure.class).isThrownBy(() -> read(graphs))
			.satisfies((failure) -> assertThat(failure.type()).isEqualTo(ProblemType.UPSTREAM_ANSWER_INVALID));
	}

	@Test
	void isTheSameInSmallPieces() throws IOException {
		var bytes = new StringBuilder();
		try (var answer = answer("{\"schema\":[{\"name\":\"A\"}],\"results\":[{\"A\":\"æ\"}]}")) {
			for (var one = answer.read(); one >= 0; one = answer.read()) {
				bytes.append((char) one);
			}
		}
		assertThat(bytes.toString().getBytes(StandardCharsets.ISO_8859_1))
			.isEqualTo("{\"Schema\":[{\"Name\":\"A\"}],\"Results\":[{\"A\":\"æ\"}]}".getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void passesWhileItArrives() throws IOException {
		var rows = new Rows(100_000);
		try (var answer = new GraphAnswer(rows, JSON)) {
			assertThat(answer.readNBytes(1_000)).hasSize(1_000);
			assertThat(rows.read).as("bytes that were read for the first thousand").isLessThan(50_000);
			assertThat(1_000 + answer.transferTo(OutputStream.nullOutputStream())).isEqualTo(rows.read);
		}
		assertThat(rows.closed).isTrue();
	}

	/** A large answer that counts what was read of it. */
	private static final class Rows extends InputStream {

		private static final byte[] BEGIN = "{\"results\":[{\"A\":1}".getBytes(StandardCharsets.UTF_8);

		private static final byte[] ROW = ",{\"A\":\"a row of some length\"}".getBytes(StandardCharsets.UTF_8);

		private static final byte[] END = "]}".getBytes(StandardCharsets.UTF_8);

		private final long all;

		private long read;

		private boolean closed;

		Rows(int number) {
			this.all = BEGIN.length + (long) number * ROW.length;
		}

		@Override
		public int read() {
			var at = this.read++;
			if (at < BEGIN.length) {
				return BEGIN[(int) at];
			}
			if (at < this.all) {
				return ROW[(int) ((at - BEGIN.length) % ROW.length)];
			}
			if (at < this.all + END.length) {
				return END[(int) (at - this.all)];
			}
			this.read = this.all + END.length;
			return -1;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) {
			var count = 0;
			for (var one = read(); one >= 0; one = (count < length) ? read() : -1) {
				bytes[offset + count++] = (byte) one;
			}
			return (count == 0) ? -1 : count;
		}

		@Override
		public void close() {
			this.closed = true;
		}

	}

}
