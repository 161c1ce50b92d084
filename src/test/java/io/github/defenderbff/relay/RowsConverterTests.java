package io.github.defenderbff.relay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.mock.http.MockHttpOutputMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A table in other forms. */
class RowsConverterTests {

	private final RowsConverter converter = new RowsConverter(JsonMapper.shared());

	private String written(String table, MediaType type) throws IOException {
		var out = new MockHttpOutputMessage();
		this.converter.write(Payload.received(200, table.getBytes(StandardCharsets.UTF_8), Instant.EPOCH), type, out);
		return out.getBodyAsString(StandardCharsets.UTF_8);
	}

	private String csv(String table) throws IOException {
		return written(table, RowsConverter.CSV);
	}

	@Test
	void csvHasTheColumnsOfTheSchemaOrOfTheFirstRow() throws IOException {
		assertThat(csv("""
				{"Stats":{"a":[1]},"Schema":[{"Name":"b"},{"Name":"a"}],"Results":[{"a":1,"b":"x"}]}"""))
			.isEqualTo("b,a\r\nx,1\r\n");
		assertThat(csv("""
				{"Results":[{"a":1,"b":"x"},{"b":2,"c":3}],"Schema":[]}""")).isEqualTo("a,b\r\n1,x\r\n,2\r\n");
		assertThat(csv("""
				{"Schema":[{"Name":"a"},{"Name":"b"}],"Results":[]}""")).isEqualTo("a,b\r\n");
	}

	@Test
	void csvQuotesWhatNeedsItAndHasNestedValuesAsJson() throws IOException {
		assertThat(
				csv("""
						{"Schema":[{"Name":"a"},{"Name":"b"}],"Results":[{"a":"x,\\"y\\"\\n","b":null},{"a":{"b":[1]},"b":true}]}"""))
			.isEqualTo("a,b\r\n\"x,\"\"y\"\"\n\",\r\n\"{\"\"b\"\":[1]}\",true\r\n");
	}

	@Test
	void linesAreTheRowsAsTheyAre() throws IOException {
		assertThat(written("{\"Schema\":[],\"Results\":[{\"a\":[1,{\"b\":null}]},{}]}", MediaType.APPLICATION_NDJSON))
			.isEqualTo("{\"a\":[1,{\"b\":null}]}\n{}\n");
	}

	@Test
	void numbersStayAsTheyAre() throws IOException {
		var row = "{\"a\":12345678901.5,\"b\":1.10,\"c\":0.12345678901234567891}";
		assertThat(written("{\"Results\":[" + row + "]}", MediaType.APPLICATION_NDJSON)).isEqualTo(row + "\n");
		assertThat(csv("{\"Results\":[" + row + "]}"))
			.isEqualTo("a,b,c\r\n12345678901.5,1.10,0.12345678901234567891\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"Results\":[{\"a\":1},", "{\"Results\":[{\"a\":1},null]}", "{\"Other\":1}" })
	void whatIsNoWholeTableIsAFailure(String text) {
		assertThatExceptionOfType(UpstreamFailure.class).isThrownBy(() -> written(text, MediaType.APPLICATION_NDJSON));
	}

}
